package countersign.routeproof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The proof knows that a notification gets a notice and nothing else. */
class NoticeRoutesTest {
  private static final String USE =
      "- templatedRoute: { routeTemplateRef: notify-%s, routeId: by-%1$s, parameters: [] }\n";

  private static RouteFiles shipped() {
    try {
      return new RouteFiles()
          .add(
              "notifications.camel.yaml",
              Files.readString(Path.of("routes/notifications.camel.yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void every_channel_is_allowed_beside_the_others() {
    RouteFiles files = shipped();
    for (String channel : new String[] {"mail", "webhook", "queue", "topic"}) {
      files.append("notifications", USE.formatted(channel));
    }
    Verdict verdict = files.judged();

    assertThat(verdict.problems()).isEmpty();
    assertThat(verdict.steps()).anyMatch(step -> step.zone().equals("notices"));
  }

  @Test
  void a_log_of_the_notice_is_allowed_since_it_holds_ids_only() {
    RouteFiles files =
        shipped()
            .replace(
                "notifications",
                "          - to: { id: tell-mail, uri: notify-mail:notices }",
                "          - log: { message: \"tells ${body}\" }\n          - to: { id: tell-mail, uri: notify-mail:notices }")
            .append("notifications", USE.formatted("mail"));

    assertThat(files.judged().problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "notify-mail:notices, lookup, 1",
    "notify-mail:notices, lookup, 2",
    "notify-webhook:notices, lookup, 3",
    "notify-queue:notices, addresses, 0",
    "notify-topic:approval, addresses, 1",
    "notify-mail:notices, delivering, 1",
    "notify-mail:notices, arrival, 0",
    "direct:notices-mail, lookup, 2",
    "direct:notices-mail, addresses, 0"
  })
  void no_other_body_reaches_a_notification(String uri, String route, int at) {
    RouteFiles files =
        shipped()
            .append("notifications", USE.formatted("mail"))
            .change(
                "pipeline",
                entries ->
                    RouteFiles.steps(RouteFiles.route(entries, route))
                        .insert(at, RouteFiles.yaml("{ to: { uri: \"" + uri + "\" } }")));

    assertThat(files.judged().passes()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "notify-mail:other",
        "notify-mail:notices?to=a@b.example",
        "smtp://mail.example",
        "https://hooks.example",
        "notify-queue:lookup",
        "activemq6:queue:lookup",
        "records-https:find-addresses"
      })
  void a_notice_goes_to_its_own_endpoints_only(String uri) {
    RouteFiles files =
        shipped()
            .replace("notifications", "uri: notify-mail:notices", "uri: \"" + uri + "\"")
            .append("notifications", USE.formatted("mail"));

    assertThat(files.judged().passes()).isFalse();
  }

  @Test
  void a_channel_that_tells_nothing_is_refused() {
    RouteFiles files =
        shipped()
            .replace(
                "notifications",
                "          - to: { id: tell-mail, uri: notify-mail:notices }",
                "          - log: { message: \"${body}\" }")
            .append("notifications", USE.formatted("mail"));

    assertThat(files.judged().passes()).isFalse();
  }
}
