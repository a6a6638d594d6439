package countersign.configuration;

import countersign.clock.CronTimes;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Checks what the schema of a partner's document cannot express: when its inbox is polled, the
 * names of its folders, and that no two partners share a folder. It passes over a value that the
 * schema reports.
 */
final class PartnerCheck {
  private static final List<String> FOLDERS = List.of("inbox", "outbox", "archive", "rejected");
  private static final String CRON =
      "second, minute, hour, day, month and day of the week, such as 0 */10 6-18 * * MON-FRI";

  private final Consumer<Problem> problems;
  private final Map<String, String> folders = new HashMap<>();

  PartnerCheck(Consumer<Problem> problems) {
    this.problems = problems;
  }

  void check(Documents.Raw document, JsonNode tree) {
    poll(document, tree.path("poll"));
    folders(document, tree.path("folders"));
    sharedFolder(document, tree);
  }

  private void poll(Documents.Raw document, JsonNode poll) {
    if (poll.has("delayMillis") && poll.has("cron")) {
      wrong(document, "poll.cron", "either cron or delayMillis", "both");
    }
    for (String[] pair : new String[][] {{"from", "until"}, {"until", "from"}}) {
      if (poll.has(pair[0]) && !poll.has(pair[1])) {
        wrong(document, "poll." + pair[0], "a time together with poll." + pair[1], "one alone");
      }
    }
    Optional<LocalTime> from = Trees.time(poll.path("from"));
    if (from.isPresent() && from.equals(Trees.time(poll.path("until")))) {
      wrong(document, "poll.until", "another time than poll.from", from.get().toString());
    }
    JsonNode cron = poll.path("cron");
    if (cron.isString() && !cron.asString().isBlank()) {
      cron(document, cron.asString());
    }
    Trees.zone(poll.path("timeZone"))
        .ifPresent(
            found ->
                wrong(document, "poll.timeZone", "a time zone such as America/New_York", found));
  }

  private void cron(Documents.Raw document, String text) {
    Optional<CronTimes> times = CronTimes.of(text);
    if (times.isPresent()) {
      if (!times.get().isAtLeastWeekly()) {
        wrong(document, "poll.cron", "a poll at least once a week", "'" + text + "'");
      }
      return;
    }
    boolean withoutSeconds = CronTimes.of("0 " + text).isPresent();
    wrong(
        document,
        "poll.cron",
        withoutSeconds ? "six fields, such as 0 " + text : CRON,
        "'" + text + "'");
  }

  private void folders(Documents.Raw document, JsonNode folders) {
    Map<String, String> roles = new HashMap<>();
    for (String role : FOLDERS) {
      String name = folders.path(role).asString(role);
      String other = roles.putIfAbsent(name, role);
      if (other != null) {
        String key = folders.has(role) ? role : other;
        wrong(document, "folders." + key, "four folders of different names", name + " twice");
      }
    }
  }

  /** A folder of two partners would give one the other's answers, or make answers requests. */
  private void sharedFolder(Documents.Raw document, JsonNode tree) {
    String host = tree.path("host").asString("").toLowerCase(Locale.ROOT);
    String user = tree.path("user").asString("");
    if (host.isEmpty() || user.isEmpty()) {
      return;
    }
    String server = "%s@%s:%s/".formatted(user, host, tree.path("port").asString(""));
    List<String> own =
        FOLDERS.stream()
            .map(role -> server + tree.path("folders").path(role).asString(role))
            .toList();
    own.stream()
        .filter(folders::containsKey)
        .findFirst()
        .ifPresent(
            folder ->
                problems.accept(
                    Problem.of(
                        Problem.Code.DUPLICATE,
                        document.path(),
                        "host",
                        "four folders that only this partner has",
                        "%s again; the first is %s".formatted(folder, folders.get(folder)))));
    own.forEach(folder -> folders.putIfAbsent(folder, document.path()));
  }

  private void wrong(Documents.Raw document, String path, String expected, String found) {
    problems.accept(Problem.of(Problem.Code.WRONG_VALUE, document.path(), path, expected, found));
  }
}
