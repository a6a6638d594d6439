package countersign.routeproof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The proof admits the record source's zone in its place, and nowhere else. */
class SourceRoutesTest {
  private static final String ROUTE = "record-source-";

  private static RouteFiles files(String kind) {
    try {
      return new RouteFiles()
          .change(
              "pipeline",
              entries ->
                  entries.removeIf(
                      entry -> entry.path("route").path("id").asString("").equals("addresses")))
          .add(
              "record-source.camel.yaml",
              Files.readString(Path.of("routes/record-source.camel.yaml")))
          .append(
              "record-source",
              "- templatedRoute: { routeTemplateRef: %s, routeId: addresses, parameters: [] }\n"
                  .formatted(ROUTE + kind));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static RouteFiles changed(String kind, java.util.function.Consumer<List<String>> how) {
    RouteFiles files = files(kind);
    files.change(
        "record-source",
        entries -> {
          var steps = RouteFiles.steps(RouteFiles.route(entries, ROUTE + kind));
          List<String> texts = new ArrayList<>();
          steps.forEach(step -> texts.add(step.toString()));
          how.accept(texts);
          steps.removeAll();
          texts.forEach(text -> steps.add(RouteFiles.yaml(text)));
        });
    return files;
  }

  private static String refused(RouteFiles files) {
    Verdict verdict = files.judged();
    assertThat(verdict.passes()).isFalse();
    return String.join("\n", verdict.problems().stream().map(Object::toString).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"https", "queue", "extension"})
  void the_shipped_templates_pass_in_place_of_the_database(String kind) {
    Verdict verdict = files(kind).judged();

    assertThat(verdict.problems()).isEmpty();
    assertThat(verdict.steps()).anyMatch(step -> step.toString().contains("record source"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https", "queue", "extension"})
  void no_step_may_be_left_out_or_moved(String kind) {
    for (int at = 0; at < 5; at++) {
      int step = at;
      assertThat(refused(changed(kind, steps -> steps.remove(step)))).contains("ROUTE_REFUSED");
      if (at > 0) {
        assertThat(refused(changed(kind, steps -> steps.add(step - 1, steps.remove(step)))))
            .contains("ROUTE_REFUSED");
      }
    }
    assertThat(refused(changed(kind, steps -> steps.remove(3)))).contains("to bean-validator");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ log: \"${body}\" }",
        "{ log: \"${headers}\" }",
        "{ setHeader: { name: x, simple: \"${body}\" } }",
        "{ setVariable: { name: x, simple: \"${body}\" } }",
        "{ wireTap: { uri: \"direct:tap\" } }",
        "{ to: \"https://example.org\" }",
        "{ to: \"http:example.org\" }",
        "{ to: \"activemq6:queue:lookup\" }",
        "{ to: \"records-queue:other\" }",
        "{ to: \"records-https:find-addresses?bridgeEndpoint=true\" }",
        "{ to: \"dataformat:jackson:marshal\" }",
        "{ to: \"dataformat:recordReply:marshal\" }",
        "{ to: \"bean-validator:other\" }",
        "{ toD: \"records-https:${header.x}\" }",
        "{ marshal: { json: {} } }",
        "{ unmarshal: { json: {} } }",
        "{ convertBodyTo: { type: java.lang.String } }",
        "{ bean: { ref: recordReply, method: unmarshal } }"
      })
  void nothing_else_stands_between_the_steps_of_a_source(String step) {
    for (int at = 0; at <= 5; at++) {
      int place = at;
      assertThat(refused(changed("https", steps -> steps.add(place, step))))
          .as("%s at %d", step, at)
          .contains("ROUTE_REFUSED");
    }
  }

  @Test
  void the_record_source_is_asked_by_no_other_route_and_asks_nobody() {
    for (String uri :
        List.of(
            "records-https:find-addresses",
            "records-queue:find-addresses",
            "dataformat:recordReply:unmarshal",
            "bean-validator:recordReply")) {
      for (String route : List.of("arrival", "lookup", "releasing", "delivering")) {
        RouteFiles files = new RouteFiles();
        files.change(
            "pipeline",
            entries ->
                RouteFiles.steps(RouteFiles.route(entries, route))
                    .insert(1, RouteFiles.yaml("{ to: { uri: \"" + uri + "\" } }")));
        assertThat(refused(files)).as("%s in %s", uri, route).contains("ROUTE_REFUSED");
      }
      RouteFiles reading =
          new RouteFiles()
              .append(
                  "pipeline",
                  "- route: { id: x, errorHandler: { noErrorHandler: {} }, from: { uri: \"%s\", steps: [ { log: x } ] } }\n"
                      .formatted(uri));
      assertThat(refused(reading)).contains("to which the gateway only sends");
    }
  }

  @Test
  void a_log_of_the_exchange_and_a_delay_are_allowed() {
    assertThat(
            changed(
                    "queue",
                    steps -> {
                      steps.add(1, "{ log: { message: \"${exchangeId} asks\" } }");
                      steps.add(3, "{ delay: { constant: { expression: \"10\" } } }");
                    })
                .judged()
                .problems())
        .isEmpty();
  }
}
