package countersign.configuration;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Checks what a schema cannot express: order of dates, valid times, and settings that the test
 * exchange allows but production refuses. Also checks documents that violate their schema, so that
 * one run reports every problem; it passes over a value that the schema reports.
 */
final class Plausibility {
  private static final int DAYS_OF_A_YEAR = 366;
  private static final int RELEASES_A_DAY = 2;

  private final Consumer<Problem> problems;
  private final PartnerCheck partners;

  Plausibility(Consumer<Problem> problems) {
    this.problems = problems;
    this.partners = new PartnerCheck(problems);
  }

  void check(Documents.Raw document, JsonNode tree) {
    Runnable checks =
        switch (document.kind()) {
          case INSTANCE -> () -> instance(document, tree);
          case AGREEMENT -> () -> agreement(document, tree);
          case POSTURE -> () -> inOrder(document, "", tree, "firstDay", "lastDay");
          case DELEGATIONS -> () -> entries(document, tree, "delegations", "firstDay", "lastDay");
          case PARTNER -> () -> partner(document, tree);
          case OFFICIALS -> () -> keys(document, tree, "officials");
          case OFFICERS -> () -> keys(document, tree, "officers");
          case ENROLMENT -> () -> enrolment(document, tree);
          case SAFEGUARDS, SIGNATORIES, EXTENSIONS, RULES, RESTORED ->
              () -> {}; // their schemas check everything
        };
    checks.run();
  }

  private void partner(Documents.Raw document, JsonNode tree) {
    entries(document, tree, "agencyKeys", "acceptedFrom", "retiredOn");
    partners.check(document, tree);
  }

  private void instance(Documents.Raw document, JsonNode tree) {
    boolean production = states(tree.path("environment"), "P");
    if (production && states(tree.path("console").path("signIn"), "PASSWORD")) {
      refuse(document, "console.signIn", "OIDC", "PASSWORD");
    }
    JsonNode console = tree.path("console");
    boolean oidc = states(console.path("signIn"), "OIDC");
    if (oidc && !console.has("oidc")) {
      wrong(document, "console.oidc", "the identity provider", "none");
    }
    if (!oidc && console.has("oidc")) {
      wrong(document, "console.signIn", "OIDC, because console.oidc names a provider", "PASSWORD");
    }
    if (production && !console.has("passkeys")) {
      refuse(document, "console.passkeys", "the address for which people make passkeys", "none");
    }
    if (production && !tree.path("console").has("tls")) {
      refuse(document, "console.tls", "a certificate and its key", "none");
    }
  }

  private void agreement(Documents.Raw document, JsonNode tree) {
    inOrder(document, "", tree, "firstDay", "lastDay");
    JsonNode schedule = tree.path("schedule");
    if (schedule.isObject() && schedule.has("releaseTimes") == schedule.has("releaseEvery")) {
      wrong(
          document,
          "schedule",
          "either releaseTimes or releaseEvery",
          schedule.has("releaseTimes") ? "both" : "neither");
    }
    Optional<ZoneId> zone = zone(document, tree.path("timeZone"));
    boolean production = false;
    for (JsonNode environment : tree.path("environments")) {
      production |= states(environment, "P");
    }
    if (production) {
      production(document, schedule);
      zone.ifPresent(here -> releaseTimes(document, tree, here));
    }
  }

  private void production(Documents.Raw document, JsonNode schedule) {
    if (states(schedule.path("negatives"), "WHEN_ALL_DECIDED")) {
      refuse(document, "schedule.negatives", "AT_DEADLINE", "WHEN_ALL_DECIDED");
    }
    if (Trees.duration(schedule.path("reviewingFloor")).filter(Duration::isZero).isPresent()) {
      refuse(document, "schedule.reviewingFloor", "a time above zero", "none");
    }
    if (schedule.has("releaseEvery")) {
      refuse(document, "schedule.releaseEvery", "fixed releaseTimes", "an interval");
    }
    JsonNode cover = schedule.path("cover");
    if (cover.isBoolean() && !cover.booleanValue()) {
      refuse(document, "schedule.cover", "true", "false");
    }
    int times = schedule.path("releaseTimes").size();
    if (times > RELEASES_A_DAY) {
      refuse(document, "schedule.releaseTimes", "at most two times a day", times + "");
    }
  }

  /** An approval that expires before the next release time would never lead to a response. */
  private void releaseTimes(Documents.Raw document, JsonNode tree, ZoneId zone) {
    JsonNode schedule = tree.path("schedule");
    Optional<LocalDate> first = Trees.day(tree.path("firstDay"));
    Optional<Duration> lives = Trees.duration(schedule.path("approvalLapses"));
    List<LocalTime> times = new ArrayList<>();
    schedule.path("releaseTimes").forEach(time -> Trees.time(time).ifPresent(times::add));
    if (first.isEmpty() || lives.isEmpty()) {
      return;
    }
    Duration longest = longestGap(first.get(), times, zone);
    if (longest.compareTo(lives.get()) > 0) {
      refuse(
          document,
          "schedule.releaseTimes",
          "times no further apart than an approval is valid, " + lives.get().toHours() + " hours",
          longest.toHours() + " hours on the longest day");
    }
  }

  /** The longest time between two releases within a year; zero if there are none. */
  private static Duration longestGap(LocalDate first, List<LocalTime> times, ZoneId zone) {
    List<Instant> releases = new ArrayList<>();
    for (int day = 0; day < DAYS_OF_A_YEAR; day++) {
      for (LocalTime time : times) {
        releases.add(first.plusDays(day).atTime(time).atZone(zone).toInstant());
      }
    }
    Collections.sort(releases);
    Duration longest = Duration.ZERO;
    for (int i = 1; i < releases.size(); i++) {
      Duration gap = Duration.between(releases.get(i - 1), releases.get(i));
      longest = gap.compareTo(longest) > 0 ? gap : longest;
    }
    return longest;
  }

  private Optional<ZoneId> zone(Documents.Raw document, JsonNode value) {
    if (!value.isString() || value.asString().isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(ZoneId.of(value.asString()));
    } catch (DateTimeException e) {
      wrong(document, "timeZone", "a time zone such as America/New_York", value.asString());
      return Optional.empty();
    }
  }

  private static boolean states(JsonNode value, String text) {
    return value.isString() && value.asString().equals(text);
  }

  private void enrolment(Documents.Raw document, JsonNode tree) {
    JsonNode people = tree.path("people");
    for (int i = 0; i < people.size(); i++) {
      String prefix = "people[" + i + "].keys";
      JsonNode keys = people.path(i).path("keys");
      for (int k = 0; k < keys.size(); k++) {
        inOrder(document, prefix + "[" + k + "].", keys.path(k), "firstDay", "lastDay");
      }
    }
  }

  private void keys(Documents.Raw document, JsonNode tree, String list) {
    JsonNode holders = tree.path(list);
    for (int i = 0; i < holders.size(); i++) {
      String prefix = list + "[" + i + "].";
      JsonNode keys = holders.path(i).path("keys");
      for (int k = 0; k < keys.size(); k++) {
        String path = prefix + "keys[" + k + "].";
        inOrder(document, path, keys.path(k), "acceptedFrom", "retiredOn");
      }
    }
  }

  private void entries(
      Documents.Raw document, JsonNode tree, String list, String from, String until) {
    JsonNode items = tree.path(list);
    for (int i = 0; i < items.size(); i++) {
      inOrder(document, list + "[" + i + "].", items.path(i), from, until);
    }
  }

  private void inOrder(
      Documents.Raw document, String prefix, JsonNode part, String from, String until) {
    Optional<LocalDate> first = Trees.day(part.path(from));
    Optional<LocalDate> last = Trees.day(part.path(until));
    if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
      wrong(document, prefix + until, "a day not before " + from, last.get().toString());
    }
  }

  private void wrong(Documents.Raw document, String path, String expected, String found) {
    problems.accept(Problem.of(Problem.Code.WRONG_VALUE, document.path(), path, expected, found));
  }

  private void refuse(Documents.Raw document, String path, String expected, String found) {
    problems.accept(
        Problem.of(Problem.Code.NOT_IN_PRODUCTION, document.path(), path, expected, found));
  }
}
