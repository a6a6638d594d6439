package countersign.routeproof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A template that no route uses is judged, so that nothing forbidden lies ready in one. */
class UnusedTemplatesTest {
  private static final Set<String> PARTNERS = Set.of("dhs-ice");
  @TempDir Path routes;

  @BeforeEach
  void the_shipped_routes() throws IOException {
    try (var files = Files.list(Path.of("routes"))) {
      for (Path file : files.toList()) {
        Files.copy(file, routes.resolve(file.getFileName()));
      }
    }
  }

  private String said() {
    return RouteProof.of(routes, PARTNERS, Set.of()).problems().stream()
        .map(Object::toString)
        .collect(Collectors.joining("\n"));
  }

  private void behind(String file, String id, String step) throws IOException {
    Path path = routes.resolve(file + ".camel.yaml");
    String before = Files.readString(path);
    String after =
        before.replaceFirst(
            "(?m)^( *)- \\w+: \\{ id: " + id + ",.*$", "$0\n$1" + Matcher.quoteReplacement(step));
    assertThat(after).isNotEqualTo(before);
    Files.writeString(path, after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "record-source;send-https;- wireTap: { uri: 'file:/tmp' }",
        "record-source;send-queue;- log: { message: '${body}' }",
        "record-source;read-extension;- to: { uri: 'direct:request' }",
        "notifications;tell-mail;- enrich: { expression: { constant: { expression: 'file:/tmp' } } }",
        "partners;no-such;- to: { uri: 'file:/tmp' }"
      })
  void a_tap_in_an_unused_template_is_refused(String file, String id, String step)
      throws IOException {
    if (file.equals("partners")) {
      Path path = routes.resolve("partners.camel.yaml");
      Files.writeString(
          path,
          Files.readString(path)
              .replaceAll("(?m)^- templatedRoute:.*\n", "")
              .replace("- to: { uri: direct:arrived }", step));
    } else {
      behind(file, id, step);
    }
    assertThat(said()).contains("ROUTE_REFUSED  " + file + ".camel.yaml:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ uri: \"timer:x\", steps: [ { stop: { } } ] }",
        "{ uri: \"activemq6:queue:seal\", steps: [ { stop: { } } ] }",
        "{ uri: \"direct:find-addresses\", steps: [ { stop: { } } ] }"
      })
  void a_template_that_begins_a_path_of_its_own_is_refused(String from) throws IOException {
    Files.writeString(
        routes.resolve("z.camel.yaml"),
        "- routeTemplate: { id: z, parameters: [], route: { routeConfigurationId: refuse-hold-retry, from: %s } }\n"
            .formatted(from));
    assertThat(said()).contains("ROUTE_REFUSED  z.camel.yaml:1");
  }

  @Test
  void the_shipped_templates_and_one_with_a_number_and_a_name_pass_unused() throws IOException {
    assertThat(said()).isEmpty();
    Files.writeString(
        routes.resolve("z.camel.yaml"),
        """
        - routeTemplate:
            id: z
            parameters: [{ name: place }, { name: wait }]
            route:
              routeConfigurationId: refuse-hold-retry
              from:
                uri: "activemq6:queue:seal"
                steps:
                  - delay: { expression: { constant: { expression: "{{wait}}" } } }
                  - log: { message: "{{place}}" }
                  - bean: { ref: delivery, method: seal }
        """);
    assertThat(said()).isEmpty();
  }

  @Test
  void a_link_to_a_folder_and_a_name_with_a_blank_at_its_end_are_named(@TempDir Path elsewhere)
      throws IOException {
    Files.createSymbolicLink(routes.resolve("more"), elsewhere);
    Files.writeString(routes.resolve("x.yaml "), "");

    assertThat(said())
        .contains("ROUTE_REFUSED  more · this is a link to a folder")
        .contains("ROUTE_REFUSED  x.yaml  · the gateway does not read this file");
  }

  @Test
  void a_directory_that_does_not_exist_is_the_only_problem(@TempDir Path elsewhere) {
    assertThat(RouteProof.of(elsewhere.resolve("routes"), Set.of("dhs-ice"), Set.of()).problems())
        .singleElement()
        .asString()
        .contains("the directory of the routes does not exist");
  }

  @Test
  void the_directory_itself_may_be_a_link(@TempDir Path elsewhere) throws IOException {
    Path link = Files.createSymbolicLink(elsewhere.resolve("routes"), routes.toAbsolutePath());

    assertThat(RouteProof.of(link, Set.of("dhs-ice"), Set.of()).problems()).isEmpty();
  }

  @Test
  void a_link_that_leads_nowhere_and_a_huge_file_are_named_and_not_read() throws IOException {
    Files.createSymbolicLink(routes.resolve("link.camel.yaml"), Path.of("nowhere"));
    Files.write(routes.resolve("huge.camel.yaml"), new byte[(1 << 20) + 1]);

    assertThat(said())
        .contains("ROUTE_REFUSED  huge.camel.yaml · this is no file of at most 1 MiB")
        .contains("ROUTE_REFUSED  link.camel.yaml · this is no file of at most 1 MiB");
  }
}
