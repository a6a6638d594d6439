package countersign.authority;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.clock.CronTimes;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A partner's inbox is polled when its document says so. */
class PollScheduleTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Set<DayOfWeek> ALL = Set.of(DayOfWeek.values());
  private static final Set<DayOfWeek> FRIDAY = Set.of(DayOfWeek.FRIDAY);

  private static PollSchedule between(String from, String until, Set<DayOfWeek> days) {
    return new PollSchedule(
        null, null, LocalTime.parse(from), LocalTime.parse(until), days, NEW_YORK);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T10:59:59Z, false", // 05:59:59 in New York
    "2026-11-24T11:00:00Z, true",
    "2026-11-25T00:59:59Z, true",
    "2026-11-25T01:00:00Z, false"
  })
  void a_window_opens_and_closes_in_its_time_zone(Instant at, boolean open) {
    assertThat(between("06:00", "20:00", ALL).isOpen(at)).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-27T02:00:00Z, false", // Thursday 21:00
    "2026-11-28T03:00:00Z, true", // Friday 22:00
    "2026-11-28T09:00:00Z, true", // Saturday 04:00, of the window that began on Friday
    "2026-11-28T11:00:00Z, false", // Saturday 06:00
    "2026-11-29T03:00:00Z, false" // Saturday 22:00
  })
  void a_window_over_midnight_belongs_to_the_day_on_which_it_begins(Instant at, boolean open) {
    assertThat(between("22:00", "05:00", FRIDAY).isOpen(at)).isEqualTo(open);
  }

  @Test
  void a_pause_and_a_cron_expression_count_from_the_last_poll() {
    Instant last = Instant.parse("2026-11-24T15:00:30Z");
    PollSchedule pause =
        new PollSchedule(Duration.ofMinutes(5), null, null, null, ALL, ZoneId.of("UTC"));
    PollSchedule cron =
        new PollSchedule(
            null, CronTimes.of("0 */10 * * * *").orElseThrow(), null, null, ALL, ZoneId.of("UTC"));

    assertThat(pause.isDue(last, last.plusSeconds(299))).isFalse();
    assertThat(pause.isDue(last, last.plusSeconds(300))).isTrue();
    assertThat(cron.isDue(last, Instant.parse("2026-11-24T15:09:59Z"))).isFalse();
    assertThat(cron.isDue(last, Instant.parse("2026-11-24T15:10:00Z"))).isTrue();
    assertThat(PollSchedule.ALWAYS.isDue(last, last)).isTrue();
  }
}
