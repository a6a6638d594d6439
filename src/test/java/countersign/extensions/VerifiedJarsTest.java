package countersign.extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.configuration.Problem;
import countersign.crypto.Sha256;
import countersign.testkit.PlayedJar;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of a jar is loaded unless the list names exactly its bytes and allows its component. */
class VerifiedJarsTest {
  private static final String SOURCE =
      "package played; public class Greeting { public String toString() { return \"hello\"; } }";
  private static final Map<String, String> DECLARED =
      Map.of("META-INF/services/org/apache/camel/component/played", "class=played.Greeting\n");

  @TempDir Path directory;
  private Path jar;

  @BeforeEach
  void a_jar_lies_in_the_folder() throws IOException {
    jar = directory.resolve("extensions/played.jar");
    Files.createDirectories(jar.getParent());
    PlayedJar.write(jar, "played.Greeting", SOURCE, DECLARED);
  }

  private String hash() throws IOException {
    return Sha256.hex(Files.readAllBytes(jar));
  }

  private VerifiedJars listed(String address, String... components) throws IOException {
    return ExtensionsFixtures.of(directory, Map.of("played.jar", hash()), address, components);
  }

  @Test
  void the_bytes_that_were_compared_are_loaded_whatever_the_file_has_later() throws Exception {
    VerifiedJars jars = listed("played:x", "played");
    assertThat(jars.problems()).isEmpty();
    Files.writeString(jar, "another");

    Class<?> type = jars.component("played:x");

    assertThat(type.getDeclaredConstructor().newInstance()).hasToString("hello");
    ClassLoader loader = type.getClassLoader();
    assertThat(loader.getName()).isEqualTo("extensions");
    String service = "META-INF/services/org/apache/camel/component/played";
    try (InputStream in = Objects.requireNonNull(loader.getResourceAsStream(service))) {
      assertThat(in).hasContent("class=played.Greeting\n");
    }
    assertThatThrownBy(() -> loader.loadClass("played.Absent"))
        .isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void a_changed_an_unlisted_and_a_missing_file_are_named_and_nothing_is_loaded()
      throws IOException {
    String before = hash();
    Files.write(jar, new byte[] {7}, StandardOpenOption.APPEND);
    Files.writeString(directory.resolve("extensions/note.txt"), "x");

    VerifiedJars jars =
        ExtensionsFixtures.of(
            directory, Map.of("played.jar", before, "other.jar", before), "played:x", "played");

    assertThat(jars.problems())
        .extracting(one -> one.file() + ": " + one.found())
        .containsExactly(
            "extensions/note.txt: another file",
            "extensions/played.jar: " + hash(),
            "extensions/other.jar: none");
    assertThat(jars.problems()).allMatch(one -> one.code() == Problem.Code.EXTENSION_JAR);
    assertThatThrownBy(() -> jars.component("played:x"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("EXTENSION_JAR  extensions/note.txt");
  }

  @Test
  void a_jar_without_a_list_is_not_listed() {
    assertThat(ExtensionsFixtures.none(directory).problems())
        .singleElement()
        .asString()
        .startsWith(
            "EXTENSION_JAR  extensions/played.jar · expected only jars that the signed list names, found a file, and no extensions.yaml.");
    assertThat(ExtensionsFixtures.none(Path.of("none")).problems()).isEmpty();
  }

  @Test
  void a_component_that_is_not_allowed_or_in_no_jar_is_named() throws IOException {
    VerifiedJars jars = listed("log:x", "played", "absent");

    assertThat(jars.problems())
        .extracting(Problem::toString)
        .satisfiesExactly(
            one ->
                assertThat(one)
                    .startsWith(
                        "EXTENSION_COMPONENT  extensions.yaml · components · expected one that a listed jar has, found absent."),
            one ->
                assertThat(one)
                    .startsWith(
                        "EXTENSION_COMPONENT  countersign.yaml · recordSource.extension.uri · expected a component that the signed list allows, one of absent, played, found log."));
    assertThatThrownBy(() -> listed("played:x", "played").component("log:x"))
        .hasMessageStartingWith("EXTENSION_COMPONENT  countersign.yaml");
    assertThat(ExtensionsFixtures.of(directory.resolve("no"), Map.of(), "played:x").problems())
        .singleElement()
        .asString()
        .contains("which is none, found played");
  }

  @Test
  void a_file_that_is_no_jar_one_with_our_packages_and_one_that_names_our_component_are_refused()
      throws IOException {
    PlayedJar.write(
        jar,
        "countersign.request.Greeting",
        SOURCE.replace("package played", "package countersign.request"),
        DECLARED);
    assertThat(listed("played:x", "played").problems())
        .singleElement()
        .asString()
        .contains("found one with the gateway's own package countersign/");

    Files.writeString(jar, "no jar");
    assertThat(listed("played:x", "played").problems())
        .singleElement()
        .asString()
        .contains("expected a jar without classes of the gateway, found a file that is no jar");

    PlayedJar.write(
        jar,
        "org.apache.camel.component.direct.DirectComponent",
        "package org.apache.camel.component.direct; public class DirectComponent {}",
        Map.of(
            "META-INF/services/org/apache/camel/component/direct",
            "class=org.apache.camel.component.direct.DirectComponent"));
    assertThat(listed("direct:x", "direct").problems())
        .singleElement()
        .asString()
        .contains("expected one that the gateway itself does not have, found direct");
  }

  @Test
  void a_component_of_the_gateway_under_another_class_is_refused() throws IOException {
    PlayedJar.write(
        jar,
        "played.Greeting",
        SOURCE,
        Map.of("META-INF/services/org/apache/camel/component/direct", "class=played.Greeting"));

    assertThat(listed("direct:x", "direct").problems())
        .singleElement()
        .asString()
        .contains("expected one that the gateway itself does not have, found direct");
  }
}
