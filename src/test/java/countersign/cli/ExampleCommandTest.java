package countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.cli.CommandLineTest.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A developer of a requesting agency starts with a file that passes. */
class ExampleCommandTest {
  @TempDir Path folder;

  private Path example(String format) {
    Ended ended = CommandLineTest.run("example", "--format", format, "-o", folder);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.exit()).isZero();
    return Path.of(ended.out().strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ndjson", "CSV"})
  void the_example_passes_the_screening(String format) {
    Path file = example(format);

    Ended ended = CommandLineTest.run("screen", file, "--config", "config");

    assertThat(ended.out()).contains("3 requests: 0 rejected, 0 held, 3 would be taken.");
    assertThat(ended.exit()).isZero();
  }

  @Test
  void both_formats_say_the_same() throws IOException {
    String ndjson = Files.readString(example("ndjson"));
    String csv = Files.readString(example("csv"));

    String counts = "\"requestCount\":3,\"subjectCount\":3,\"caseHashTotal\":6078013236,";
    assertThat(ndjson).contains(counts);
    assertThat(csv).contains(counts.replace("\"", "").replace(':', ','));
  }

  @Test
  void a_file_that_exists_stays_as_it_is() throws IOException {
    Path file = example("csv");
    Files.writeString(file, "mine");

    Ended ended = CommandLineTest.run("example", "--format", "csv", "-o", folder);

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("exists already and was not changed");
    assertThat(file).hasContent("mine");
  }

  @Test
  void a_missing_folder_is_named() {
    Path nowhere = folder.resolve("nowhere");

    Ended ended = CommandLineTest.run("example", "-o", nowhere);

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).startsWith("The folder " + nowhere + " does not exist.");
  }

  @Test
  void a_number_outside_the_profile_is_misuse() {
    assertThat(CommandLineTest.run("example", "--sequence", "0", "-o", folder).exit()).isEqualTo(2);
  }
}
