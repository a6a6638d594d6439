package countersign.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.crypto.Sha256;
import countersign.extensions.ExtensionsFixtures;
import countersign.extensions.VerifiedJars;
import countersign.records.LookupKey;
import countersign.request.Unavailable;
import countersign.testkit.PlayedComponent;
import countersign.testkit.PlayedSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The record source in a component of a further jar. */
class SourceByExtensionTest {
  private static final String MARIA = "900400001";
  private static final List<LookupKey> KEYS = List.of(new LookupKey.ByTin(MARIA));

  @TempDir static Path directory;
  private static PlayedComponent component;
  private static Map<String, String> list;

  @BeforeAll
  static void a_jar_is_listed() throws IOException {
    Path jar = directory.resolve("extensions/played.jar");
    Files.createDirectories(jar.getParent());
    PlayedComponent.jar(jar);
    list = Map.of("played.jar", Sha256.hex(Files.readAllBytes(jar)));
    component =
        new PlayedComponent(
            new PlayedSource(
                    Map.of(
                        MARIA,
                        List.of(PlayedSource.row(MARIA, "Maria", "Garcia", "12 Elmwood St"))))
                ::bytes);
  }

  @AfterAll
  static void ends() {
    component.close();
  }

  private static SourceCamel camel(String uri) throws Exception {
    VerifiedJars jars = ExtensionsFixtures.of(directory, list, component.address(), "played");
    assertThat(jars.problems()).isEmpty();
    return new SourceCamel(
        Map.of("countersign.record-source.extension.uri", uri),
        "vm://none",
        SourceCamel.using("record-source-extension"),
        jars);
  }

  @Test
  void a_component_of_a_listed_jar_answers_the_look_up() throws Exception {
    try (SourceCamel camel = camel(component.address())) {
      assertThat(camel.find(KEYS))
          .singleElement()
          .satisfies(row -> assertThat(row.name().surname()).isEqualTo("Garcia"));
    }
  }

  @Test
  void a_component_that_fails_is_a_source_that_is_away() throws Exception {
    try (SourceCamel camel = camel("played:find?service=http://127.0.0.1:1/")) {
      assertThatThrownBy(() -> camel.find(KEYS))
          .isInstanceOf(Unavailable.class)
          .hasMessageStartingWith("RECORDS_DOWN")
          .hasMessageNotContaining(MARIA)
          .hasNoCause();
    }
  }

  @Test
  void the_component_is_made_once_and_stopped_with_the_gateway_or_if_its_endpoint_is_refused()
      throws Exception {
    try (SourceCamel camel = camel(component.address())) {
      Endpoint endpoint = camel.context().getEndpoint("records-extension:find-addresses");
      camel.context().removeEndpoint(endpoint);
      assertThat(camel.context().getEndpoint("records-extension:find-addresses"))
          .isNotSameAs(endpoint);
      assertThat(Integer.getInteger(PlayedComponent.RUNNING)).isOne();
    }
    assertThat(Integer.getInteger(PlayedComponent.RUNNING)).isZero();

    assertThatThrownBy(() -> camel("played:find?unknown=x")).isNotNull();
    assertThat(Integer.getInteger(PlayedComponent.RUNNING)).isZero();
  }

  @Test
  void no_other_name_reaches_the_component() throws Exception {
    try (SourceCamel camel = camel(component.address())) {
      for (String uri :
          List.of("records-extension:other", "records-extension:find-addresses?service=x")) {
        assertThatThrownBy(() -> camel.context().getEndpoint(uri))
            .hasStackTraceContaining("without options");
      }
      assertThatThrownBy(() -> camel.context().getEndpoint("played:find"))
          .hasStackTraceContaining("No endpoint could be found for: played://find");
    }
  }

  @Test
  void a_component_of_the_gateway_itself_or_an_unset_address_does_not_start() {
    assertThatThrownBy(() -> camel("log:x"))
        .hasStackTraceContaining(
            "EXTENSION_COMPONENT  countersign.yaml · recordSource.extension.uri");
    assertThatThrownBy(() -> camel(""))
        .hasStackTraceContaining("config/countersign.yaml has no recordSource.extension");
  }
}
