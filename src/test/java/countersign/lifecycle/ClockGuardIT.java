package countersign.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.TestDatabase;
import countersign.clock.ClockCheck;
import countersign.ledger.LedgerFixtures;
import countersign.request.Actor;
import countersign.request.Unavailable;
import countersign.request.Verb;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A gateway whose clock is a day wrong against a real database changes no state and dates nothing.
 */
class ClockGuardIT {
  private final DataSource database = TestDatabase.fresh();
  private final JdbcClient jdbc = JdbcClient.create(database);

  @ParameterizedTest
  @ValueSource(ints = {1, -1})
  void a_gateway_whose_clock_is_a_day_ahead_or_behind_changes_nothing(int days) {
    Lifecycle lifecycle = withClock(Clock.offset(Clock.systemUTC(), Duration.ofDays(days)));

    assertThatThrownBy(() -> records(lifecycle)).isInstanceOf(Unavailable.class);

    assertThat(jdbc.sql("select count(*) from event").query(Long.class).single()).isZero();
  }

  @Test
  void a_gateway_whose_clock_is_right_dates_events_by_the_database_s_time() {
    records(withClock(Clock.systemUTC()));

    assertThat(
            jdbc.sql("select abs(extract(epoch from clock_timestamp() - at)) < 5 from event")
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  private static void records(Lifecycle lifecycle) {
    lifecycle.run(
        Actor.GATEWAY,
        change -> change.event(Verb.RETRY, "A_T_20261124_0001", Map.of("stage", "seal")));
  }

  private Lifecycle withClock(Clock machine) {
    ClockCheck check =
        new ClockCheck(
            machine,
            () ->
                jdbc.sql("select clock_timestamp()")
                    .query(java.time.OffsetDateTime.class)
                    .single()
                    .toInstant(),
            System::nanoTime);
    return new JdbcLifecycle(
        new TransactionTemplate(new DataSourceTransactionManager(database)),
        jdbc,
        LedgerFixtures.ledgerOn(database),
        check.databaseTime(),
        new WorkSignal(),
        check::requireRight);
  }
}
