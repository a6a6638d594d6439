package countersign.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings that the test exchange allows and production refuses. */
class ProductionIsStricterTest {
  private static final String AGREEMENT = "agreements/irs-ice-2025.yaml";
  private static final String LAWFUL =
      """
      schedule:
        releaseTimes: ["09:00", "15:30"]
        answerWithin: 30 days
        negatives: AT_DEADLINE
        cover: true
        decideHeldWithin: 14 days
        approvalLapses: 24 hours
        reviewAfter: 180 days
        reviewingFloor: 20 seconds
      """;
  @TempDir Path directory;
  private ConfigurationFixtures world;

  @BeforeEach
  void prepare_a_valid_configuration() throws IOException {
    world = ConfigurationFixtures.shipped(directory);
  }

  @Test
  void production_reports_all_shortcuts_of_the_test_exchange_in_one_run() throws IOException {
    world.edit("countersign.yaml", "environment: T", "environment: P");
    world.edit(AGREEMENT, "environments: [T]", "environments: [T, P]");

    assertThat(world.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "NOT_IN_PRODUCTION  agreements/irs-ice-2025.yaml · schedule.negatives · expected AT_DEADLINE, found WHEN_ALL_DECIDED. Correct it, or remove P.",
            "NOT_IN_PRODUCTION  agreements/irs-ice-2025.yaml · schedule.reviewingFloor · expected a time above zero, found none. Correct it, or remove P.",
            "NOT_IN_PRODUCTION  agreements/irs-ice-2025.yaml · schedule.releaseEvery · expected fixed releaseTimes, found an interval. Correct it, or remove P.",
            "NOT_IN_PRODUCTION  agreements/irs-ice-2025.yaml · schedule.cover · expected true, found false. Correct it, or remove P.",
            "NOT_IN_PRODUCTION  countersign.yaml · console.signIn · expected OIDC, found PASSWORD. Correct it, or remove P.",
            "NOT_IN_PRODUCTION  countersign.yaml · console.passkeys · expected the address for which people make passkeys, found none. Correct it, or remove P.",
            "NOT_IN_PRODUCTION  countersign.yaml · console.tls · expected a certificate and its key, found none. Correct it, or remove P.");
  }

  @Test
  void a_lawful_schedule_is_accepted() throws IOException {
    production(LAWFUL);

    assertThat(world.problems()).isEmpty();
  }

  @Test
  void one_release_time_a_day_is_too_few_when_clocks_are_set_back() throws IOException {
    production(LAWFUL.replace(", \"15:30\"", ""));

    assertThat(world.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "NOT_IN_PRODUCTION  agreements/irs-ice-2025.yaml · schedule.releaseTimes · expected times no further apart than an approval is valid, 24 hours, found 25 hours on the longest day. Correct it, or remove P.");
  }

  @Test
  void three_release_times_a_day_reveal_too_much() throws IOException {
    production(LAWFUL.replace("\"15:30\"", "\"12:00\", \"15:30\""));

    assertThat(world.problems()).extracting(Problem::path).containsExactly("schedule.releaseTimes");
  }

  @Test
  void release_times_and_an_interval_exclude_each_other() throws IOException {
    production(LAWFUL + "  releaseEvery: 5 seconds\n");

    assertThat(world.findings())
        .contains(
            "WRONG_VALUE agreements/irs-ice-2025.yaml schedule",
            "NOT_IN_PRODUCTION agreements/irs-ice-2025.yaml schedule.releaseEvery");
  }

  @Test
  void an_unknown_time_zone_is_refused() throws IOException {
    world.edit(AGREEMENT, "America/New_York", "America/Washington");

    assertThat(world.findings()).contains("WRONG_VALUE agreements/irs-ice-2025.yaml timeZone");
  }

  private void production(String schedule) throws IOException {
    String text = java.nio.file.Files.readString(directory.resolve(AGREEMENT));
    world.write(
        AGREEMENT,
        text.substring(0, text.indexOf("schedule:"))
                .replace("environments: [T]", "environments: [P]")
            + schedule);
  }
}
