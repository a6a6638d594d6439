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
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Checks what a schema cannot express: order of dates, valid times, and settings that the test
 * exchange allows but production refuses. Checks only documents that satisfy their schema.
 */
final class Plausibility {
  private static final int DAYS_OF_A_YEAR = 366;
  private static final int RELEASES_A_DAY = 2;

  private final Consumer<Problem> problems;

  Plausibility(Consumer<Problem> problems) {
    this.problems = problems;
  }

  void check(Documents.Raw document, JsonNode tree) {
    switch (document.kind()) {
      case INSTANCE -> instance(document, tree);
      case AGREEMENT -> agreement(document, tree);
      case POSTURE -> inOrder(document, "", tree, "firstDay", "lastDay");
      case DELEGATIONS -> entries(document, tree, "delegations", "firstDay", "lastDay");
      case PARTNER -> entries(document, tree, "agencyKeys", "acceptedFrom", "retiredOn");
      case OFFICIALS -> keys(document, tree, "officials");
      case OFFICERS -> keys(document, tree, "officers");
      case SAFEGUARDS, SIGNATORIES, RULES -> {
        // The schemas of the other kinds check everything.
      }
    }
  }

  private void instance(Documents.Raw document, JsonNode tree) {
    boolean production = tree.path("environment").asString().equals("P");
    if (production && tree.path("console").path("signIn").asString().equals("PASSWORD")) {
      refuse(document, "console.signIn", "PASSKEY or OIDC", "PASSWORD");
    }
  }

  private void agreement(Documents.Raw document, JsonNode tree) {
    inOrder(document, "", tree, "firstDay", "lastDay");
    JsonNode schedule = tree.path("schedule");
    if (schedule.has("releaseTimes") == schedule.has("releaseEvery")) {
      wrong(
          document,
          "schedule",
          "either releaseTimes or releaseEvery",
          schedule.has("releaseTimes") ? "both" : "neither");
    }
    boolean zoneExists = zoneExists(document, tree.path("timeZone").asString());
    boolean production = false;
    for (JsonNode environment : tree.path("environments")) {
      production |= environment.asString().equals("P");
    }
    if (production) {
      production(document, schedule);
    }
    if (production && zoneExists && schedule.has("releaseTimes")) {
      releaseTimes(document, tree);
    }
  }

  private void production(Documents.Raw document, JsonNode schedule) {
    if (schedule.path("negatives").asString().equals("WHEN_ALL_DECIDED")) {
      refuse(document, "schedule.negatives", "AT_DEADLINE", "WHEN_ALL_DECIDED");
    }
    if (Section.duration(schedule.path("reviewingFloor")).isZero()) {
      refuse(document, "schedule.reviewingFloor", "a time above zero", "none");
    }
    if (schedule.has("releaseEvery")) {
      refuse(document, "schedule.releaseEvery", "fixed releaseTimes", "an interval");
    }
    if (!schedule.path("cover").asBoolean()) {
      refuse(document, "schedule.cover", "true", "false");
    }
    int times = schedule.path("releaseTimes").size();
    if (times > RELEASES_A_DAY) {
      refuse(document, "schedule.releaseTimes", "at most two times a day", times + "");
    }
  }

  /** An approval that lapses before the next release time would never lead to a response. */
  private void releaseTimes(Documents.Raw document, JsonNode tree) {
    JsonNode schedule = tree.path("schedule");
    ZoneId zone = ZoneId.of(tree.path("timeZone").asString());
    LocalDate first = LocalDate.parse(tree.path("firstDay").asString());
    List<Instant> releases = new ArrayList<>();
    for (int day = 0; day < DAYS_OF_A_YEAR; day++) {
      for (JsonNode time : schedule.path("releaseTimes")) {
        releases.add(
            first.plusDays(day).atTime(LocalTime.parse(time.asString())).atZone(zone).toInstant());
      }
    }
    Collections.sort(releases);
    Duration longest = Duration.ZERO;
    for (int i = 1; i < releases.size(); i++) {
      Duration gap = Duration.between(releases.get(i - 1), releases.get(i));
      longest = gap.compareTo(longest) > 0 ? gap : longest;
    }
    Duration lives = Section.duration(schedule.path("approvalLapses"));
    if (longest.compareTo(lives) > 0) {
      refuse(
          document,
          "schedule.releaseTimes",
          "times no further apart than an approval is valid, " + lives.toHours() + " hours",
          longest.toHours() + " hours on the longest day");
    }
  }

  private boolean zoneExists(Documents.Raw document, String zone) {
    try {
      return !ZoneId.of(zone).getId().isEmpty();
    } catch (DateTimeException e) {
      wrong(document, "timeZone", "a time zone such as America/New_York", zone);
      return false;
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
    if (part.has(until)
        && LocalDate.parse(part.path(until).asString())
            .isBefore(LocalDate.parse(part.path(from).asString()))) {
      wrong(document, prefix + until, "a day not before " + from, part.path(until).asString());
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
