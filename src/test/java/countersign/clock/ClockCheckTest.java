package countersign.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.request.Unavailable;
import countersign.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A gateway whose clock is wrong says so and changes nothing. */
class ClockCheckTest {
  private final SettableClock machine = new SettableClock();
  private Instant database = machine.instant();
  private long nanos;
  private int asked;

  @ParameterizedTest
  @ValueSource(longs = {-5, -1, 0, 1, 5})
  void a_clock_that_differs_by_at_most_five_seconds_is_right(long seconds) {
    machine.passes(Duration.ofSeconds(seconds));
    ClockCheck check = check();

    assertThat(check.fault()).isEmpty();
    assertThatCode(check::requireRight).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(longs = {-86_400, -6, 6, 86_400})
  void a_clock_that_differs_by_more_lets_no_change_begin_from_the_start_on(long seconds) {
    machine.passes(Duration.ofSeconds(seconds));
    ClockCheck check = check();

    assertThat(check.fault())
        .hasValueSatisfying(
            words ->
                assertThat(words)
                    .contains(Math.abs(seconds) + " s " + (seconds < 0 ? "behind" : "ahead of")));
    assertThatThrownBy(check::requireRight)
        .isInstanceOfSatisfying(
            Unavailable.class, e -> assertThat(e.causeCode()).isEqualTo("CLOCK_WRONG"));
  }

  @Test
  void a_jump_is_noticed_at_once_and_without_the_database() {
    ClockCheck check = check();
    passes(30);
    assertThat(check.fault()).isEmpty();

    machine.passes(Duration.ofDays(1));

    assertThat(check.fault()).isPresent();
    assertThat(asked).isOne();
  }

  @Test
  void a_clock_that_is_corrected_is_right_again() {
    ClockCheck check = check();
    machine.passes(Duration.ofDays(1));
    assertThat(check.fault()).isPresent();

    machine.passes(Duration.ofDays(-1));
    check.compareIfDue();

    assertThat(check.fault()).isEmpty();
  }

  @Test
  void the_database_is_asked_every_minute_and_at_every_look_while_the_clock_is_wrong() {
    ClockCheck check = check();
    for (int i = 0; i < 120; i++) {
      passes(1);
      check.compareIfDue();
    }
    assertThat(asked).isEqualTo(3);

    machine.passes(Duration.ofDays(1));
    check.compareIfDue();
    check.compareIfDue();
    assertThat(asked).isEqualTo(5);
  }

  @Test
  void a_slow_drift_of_the_database_is_followed_and_noticed() {
    ClockCheck check = check();
    for (int i = 0; i < 10; i++) {
      passes(60);
      database = database.plusMillis(600);
      check.compareIfDue();
    }

    assertThat(check.databaseTime().instant()).isEqualTo(database);
    assertThat(check.fault()).isPresent();
  }

  @Test
  void due_times_use_the_database_s_clock_even_on_a_gateway_whose_clock_is_a_day_ahead() {
    machine.passes(Duration.ofDays(1));
    ClockCheck check = check();
    passes(10);

    assertThat(check.databaseTime().instant()).isEqualTo(database);
  }

  private ClockCheck check() {
    return new ClockCheck(
        machine,
        () -> {
          asked++;
          return database;
        },
        () -> nanos);
  }

  private void passes(long seconds) {
    Duration time = Duration.ofSeconds(seconds);
    machine.passes(time);
    database = database.plus(time);
    nanos += time.toNanos();
  }
}
