package countersign.check;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.crypto.Sha256;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The digest of the program names each changed, added and removed file. */
class ProgramTest {
  @TempDir Path folder;

  @Test
  void the_digest_of_a_jar_is_that_of_its_bytes() throws IOException {
    Path jar = file("countersign.jar", "the program");

    assertThat(Program.sha256(jar.toString()))
        .isEqualTo(Sha256.hex("the program".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void a_swapped_jar_and_a_second_jar_before_it_give_other_digests() throws IOException {
    Path jar = file("countersign.jar", "the program");
    String right = Program.sha256(jar.toString());
    Path other = file("other.jar", "another program");

    assertThat(Program.sha256(other.toString())).isNotEqualTo(right);
    assertThat(Program.sha256(other + File.pathSeparator + jar)).isNotEqualTo(right);
    assertThat(Program.sha256(jar + File.pathSeparator + other))
        .isNotEqualTo(Program.sha256(other + File.pathSeparator + jar));
  }

  @Test
  void a_changed_added_moved_or_removed_class_gives_another_digest() throws IOException {
    Path first = file("classes/countersign/A.class", "a");
    file("classes/countersign/B.class", "b");
    String classes = folder.resolve("classes").toString();
    String right = Program.sha256(classes);

    Files.writeString(first, "x");
    assertThat(Program.sha256(classes)).isNotEqualTo(right);
    Files.writeString(first, "a");
    assertThat(Program.sha256(classes)).isEqualTo(right);
    Path added = file("classes/countersign/C.class", "");
    assertThat(Program.sha256(classes)).isNotEqualTo(right);
    Files.delete(added);
    Files.move(first, folder.resolve("classes/A.class"));
    assertThat(Program.sha256(classes)).isNotEqualTo(right);
    Files.delete(folder.resolve("classes/A.class"));
    assertThat(Program.sha256(classes)).isNotEqualTo(right);
  }

  private Path file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }
}
