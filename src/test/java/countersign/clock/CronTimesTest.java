package countersign.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.scheduling.support.CronExpression;

/** A cron expression of a partner's document means what it means to the scheduler of a route. */
class CronTimesTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Instant START = Instant.parse("2026-11-24T15:07:11Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 0 * * * *",
        "0 */10 6-18 * * MON-FRI",
        "0 0,30 8 1 JAN ?",
        "5/10 * * * * *",
        "0 15 3 29 2 *",
        "0 0 4 * * SUN",
        "0 0 4 * * 0",
        "0 0 4 * * 5-7",
        "30 59 23 31 * *",
        "0 0 6 13 * FRI",
        "0 0/20 9 * 1-3,11 *"
      })
  void its_next_ten_times_are_those_of_the_scheduler(String text) {
    CronTimes times = CronTimes.of(text).orElseThrow();
    CronExpression scheduler = CronExpression.parse(text);
    Instant at = START;
    for (int i = 0; i < 10; i++) {
      ZonedDateTime expected = Objects.requireNonNull(scheduler.next(at.atZone(NEW_YORK)));

      at = times.next(at, NEW_YORK);

      assertThat(at).as(text).isEqualTo(expected.toInstant());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "60 * * * * *",
        "* * * * *",
        "0 0 24 * * *",
        "0 0 0 0 * *",
        "0 5-3 * * * *",
        "x",
        "",
        "0 0 0 * * MONDAY",
        "0 0 0 31 2 *"
      })
  void what_is_no_cron_expression_or_never_comes_is_none(String text) {
    assertThat(CronTimes.of(text)).isEmpty();
  }

  @Test
  void a_time_that_summer_time_leaves_out_is_passed_over() {
    CronTimes halfPastTwo = CronTimes.of("0 30 2 * * *").orElseThrow();

    Instant next = halfPastTwo.next(Instant.parse("2027-03-13T12:00:00Z"), NEW_YORK);

    assertThat(next.atZone(NEW_YORK)).hasToString("2027-03-15T02:30-04:00[America/New_York]");
  }

  @ParameterizedTest
  @CsvSource({
    "0 */10 6-18 * * MON-FRI, true",
    "0 0 6 * * MON, true",
    "0 0 6 1-20/5 * *, false",
    "0 0 0 1 1 *, false",
    "0 0 0 29 2 *, false",
  })
  void a_week_without_a_time_is_noticed(String text, boolean weekly) {
    assertThat(CronTimes.of(text).orElseThrow().isAtLeastWeekly()).isEqualTo(weekly);
  }
}
