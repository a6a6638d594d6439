package countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code check} and {@code run} prove the routes. The fourteen mistakes are those of
 * docs/routes.md, which quotes what is printed.
 */
class CheckedRoutesTest {
  @TempDir Path folder;
  private Path config;
  private Path routes;

  @BeforeEach
  void copy() throws IOException {
    config = Files.createDirectory(folder.resolve("config"));
    routes = Files.createDirectory(folder.resolve("routes"));
    Copies.of(Path.of("config"), config);
    Copies.of(Path.of("routes"), routes);
  }

  @Test
  void the_shipped_routes_pass() {
    CommandLines.Ended ended = check();

    assertThat(ended.out()).contains("0 problems");
    assertThat(ended.exit()).isZero();
  }

  /** The file, what stands there, what is written instead. */
  static Stream<List<String>> mistakes() {
    return Stream.of(
        List.of("pipeline", "method: redact }", "metod: redact }"),
        List.of("pipeline", "ref: redactor, method: redact", "ref: redacter, method: redact"),
        List.of("pipeline", "        - bean: { id: redact, ref: redactor, method: redact }", ""),
        List.of("pipeline", "- to: { id: again, uri: direct:request }", "- to: direct:requests"),
        List.of(
            "pipeline",
            "        - bean: { id: redact,",
            "        - wireTap: { uri: direct:tap }\n        - bean: { id: redact,"),
        List.of(
            "pipeline",
            "        - bean: { id: redact,",
            "        - log: \"${body}\"\n        - bean: { id: redact,"),
        List.of("pipeline", "        - bean: { id: draft,", "       - bean: { id: draft,"),
        List.of("pipeline", "        - bean: { id: match,", "      - bean: { id: match,"),
        List.of("pipeline", "\"${body.id.value}\"", "\"${body.id.value}"),
        List.of("partners", "strictHostKeyChecking: \"yes\"", "strictHostKeyChecking: \"no\""),
        List.of("partners", "fileExist: Fail", "fileExists: Fail"),
        List.of("partners", "routeTemplateRef: partner-outbox", "routeTemplateRef: partner-out"),
        List.of("pipeline", "uri: activemq6:queue:seal\n", "uri: timer:seal\n"),
        List.of(
            "errors",
            "- onException: { exception: [countersign.request.Held], handled: { constant: { expression: \"true\" } }, steps: [ { bean: { ref: routeErrorHandler, method: hold } } ] }",
            ""));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void a_mistake_prints_the_three_lines_of_the_guide_and_run_prints_the_same(List<String> mistake)
      throws IOException {
    Path file = routes.resolve(mistake.get(0) + ".camel.yaml");
    String text = Files.readString(file);
    assertThat(text).contains(mistake.get(1));
    Files.writeString(file, text.replace(mistake.get(1), mistake.get(2)));

    CommandLines.Ended checked = check();
    CommandLines.Ended run = CommandLines.run("run", "--config", config, "--routes", routes);

    assertThat(checked.exit()).isEqualTo(1);
    assertThat(run.exit()).isEqualTo(1);
    List<String> said =
        checked
            .out()
            .lines()
            .dropWhile(line -> !line.startsWith("ROUTE_REFUSED"))
            .limit(3)
            .toList();
    assertThat(said).hasSize(3);
    assertThat(said.get(1)).startsWith("  path: ");
    assertThat(said.get(2)).startsWith("  now: ");
    assertThat(run.err()).contains(said).doesNotContain("\tat ");
    assertThat(Files.readString(Path.of("docs/routes.md"))).contains(said);
  }

  @Test
  void a_partner_without_routes_is_told_by_name() throws IOException {
    Files.writeString(
        config.resolve("partners/usda.yaml"),
        Files.readString(config.resolve("partners/dhs-ice.yaml")).replace("dhs-ice", "usda"));

    assertThat(check().out())
        .contains("the partner usda of the configuration has no route that reads its inbox")
        .contains("no route begins with direct:outbox-usda")
        .contains("Add a templatedRoute of partner-outbox with { name: partner, value: usda }")
        .doesNotContain("direct:outbox-dhs-ice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mail", "webhook"})
  void a_route_to_a_system_without_an_address_is_told_with_the_key_to_add(String way)
      throws IOException {
    Path file = routes.resolve("notifications.camel.yaml");
    Files.writeString(
        file,
        "- templatedRoute: { routeTemplateRef: notify-%1$s, routeId: told-%1$s, parameters: [] }\n"
            .formatted(way),
        StandardOpenOption.APPEND);

    CommandLines.Ended ended = check();

    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.out())
        .contains(
            "a route sends to notify-%s:notices, and countersign.yaml does not".formatted(way))
        .contains("Add notifications.%s to countersign.yaml".formatted(way));
  }

  @Test
  void other_files_and_a_missing_folder_are_told() throws IOException {
    Files.writeString(routes.resolve("more.xml"), "<routes/>");
    assertThat(check().out()).contains("ROUTE_REFUSED  more.xml");

    CommandLines.Ended ended =
        CommandLines.run(
            "check", "--files", "--config", config, "--routes", folder.resolve("none"));
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.out()).contains("the directory of the routes does not exist");
  }

  @Test
  void the_json_form_lists_every_problem_with_file_line_and_nearest_word() throws IOException {
    Path file = routes.resolve("pipeline.camel.yaml");
    Files.writeString(file, Files.readString(file).replace("ref: redactor,", "ref: redacter,"));
    Path instance = config.resolve("countersign.yaml");
    Files.writeString(instance, Files.readString(instance).replace("tries: 20", "tris: 20"));

    CommandLines.Ended ended =
        CommandLines.run("check", "--files", "--json", "--config", config, "--routes", routes);

    JsonNode printed = new JsonMapper().readTree(ended.out());
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(printed.path("wouldStart").asBoolean(true)).isFalse();
    assertThat(printed.path("problems"))
        .extracting(
            one -> one.path("file").asString(),
            one -> one.path("line").asInt(),
            one -> one.path("nearest").asString())
        .contains(
            tuple("pipeline.camel.yaml", 69, "redactor"),
            tuple("countersign.yaml", line(instance, "tris:"), "tries"));
  }

  private static int line(Path file, String word) throws IOException {
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(word)) {
        return i + 1;
      }
    }
    return 0;
  }

  @Test
  void the_last_line_counts_the_problems_of_each_place() throws IOException {
    Files.writeString(routes.resolve("more.xml"), "<routes/>");

    assertThat(check().out().lines().reduce("", (before, line) -> line))
        .startsWith("%s: 0 problems. %s: 1 problem. ".formatted(config, routes))
        .endsWith("The gateway would not start.");
  }

  @Test
  void check_and_run_tell_the_same_about_this_machine() {
    CommandLines.Ended checked = CommandLines.run("check", "--config", config, "--routes", routes);
    CommandLines.Ended run = CommandLines.run("run", "--config", config, "--routes", routes);

    List<String> obstacles =
        run.err().lines().filter(line -> line.matches("(MISSING_SECRET|NOT_REACHED)  .*")).toList();
    assertThat(obstacles)
        .anyMatch(line -> line.startsWith("MISSING_SECRET  the root keyset"))
        .anyMatch(line -> line.startsWith("NOT_REACHED  broker"));
    assertThat(checked.out().lines()).containsAll(obstacles);
    assertThat(checked.exit()).isEqualTo(1);
    assertThat(run.exit()).isEqualTo(1);
  }

  private CommandLines.Ended check() {
    return CommandLines.run("check", "--files", "--config", config, "--routes", routes);
  }
}
