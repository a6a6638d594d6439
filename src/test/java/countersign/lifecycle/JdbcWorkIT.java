package countersign.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.TestDatabase;
import countersign.ledger.Ledger;
import countersign.request.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Retries and parks failed work on PostgreSQL. */
class JdbcWorkIT {
  private static final String ID = "DHS-ICE_T_20261124_0001";
  private static final Actor OPERATOR = Actor.person("oscar");

  private final DataSource database = TestDatabase.fresh();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final Work work =
      new JdbcWork(
          jdbc,
          LifecycleFixtures.lifecycleOn(database, Clock.systemUTC()),
          new Backoff(Duration.ofSeconds(10), Duration.ofSeconds(35)));

  @Test
  void failed_work_waits_twice_as_long_each_time_up_to_the_maximum_wait() {
    waits();
    List<Long> seconds = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      assertThat(work.later(WorkQueue.LOOKUP, ID, "RECORDS_DOWN", 20)).isTrue();
      seconds.add(
          jdbc.sql("select round(extract(epoch from due_at - clock_timestamp())) from work")
              .query(Long.class)
              .single());
    }
    assertThat(seconds).containsExactly(10L, 20L, 35L, 35L);
  }

  @Test
  void work_is_parked_with_its_cause_after_its_last_attempt() {
    waits();
    assertThat(work.later(WorkQueue.LOOKUP, ID, "RECORDS_DOWN", 3)).isTrue();
    assertThat(work.later(WorkQueue.LOOKUP, ID, "RECORDS_DOWN", 3)).isTrue();
    assertThat(work.later(WorkQueue.LOOKUP, ID, "RECORDS_DOWN", 3)).isFalse();
    assertThat(work.rows(WorkQueue.LOOKUP, true, 10))
        .singleElement()
        .satisfies(row -> assertThat(row.cause()).isEqualTo("RECORDS_DOWN"));
    assertThat(jdbc.sql("select count(*) from event").query(Long.class).single()).isEqualTo(1);
  }

  @Test
  void only_parked_work_is_retried_or_discarded() {
    waits();
    assertThat(work.retry(WorkQueue.LOOKUP, ID, OPERATOR, "early")).isFalse();
    assertThat(work.discard(WorkQueue.LOOKUP, ID, OPERATOR, "early")).isFalse();
    assertThat(work.discard(WorkQueue.SEAL, ID, OPERATOR, "another queue")).isFalse();
    assertThat(work.rows(null, false, 10)).hasSize(1);
    assertThat(verbs()).isEmpty();

    work.park(WorkQueue.LOOKUP, ID, "BROKEN");
    assertThat(work.retry(WorkQueue.LOOKUP, ID, OPERATOR, "repaired")).isTrue();
    assertThat(work.retry(WorkQueue.LOOKUP, ID, OPERATOR, "twice")).isFalse();
    assertThat(work.rows(null, false, 10))
        .singleElement()
        .satisfies(row -> assertThat(row.parked()).isFalse());

    work.park(WorkQueue.LOOKUP, ID, "BROKEN");
    assertThat(work.discard(WorkQueue.LOOKUP, ID, OPERATOR, "given up")).isTrue();
    assertThat(work.discard(WorkQueue.LOOKUP, ID, OPERATOR, "twice")).isFalse();
    assertThat(work.rows(null, false, 10)).isEmpty();
    assertThat(verbs()).containsExactly("park", "retry", "park", "discard");
  }

  @Test
  void work_stays_parked_if_the_event_of_a_decision_cannot_be_recorded() {
    waits();
    work.park(WorkQueue.LOOKUP, ID, "BROKEN");
    Work work = withoutLedger();

    assertThatThrownBy(() -> work.retry(WorkQueue.LOOKUP, ID, OPERATOR, "repaired"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> work.discard(WorkQueue.LOOKUP, ID, OPERATOR, "given up"))
        .isInstanceOf(IllegalStateException.class);

    assertThat(work.rows(WorkQueue.LOOKUP, true, 10)).hasSize(1);
  }

  @Test
  void work_that_waits_on_purpose_is_not_overdue_and_failed_work_counts_from_its_start() {
    JdbcClient.create(TestDatabase.asSuperuser(database))
        .sql(
            """
            insert into work (stage, id, created_at, due_at, attempts) values
              ('acknowledge', 'later', now() - interval '1 hour', now() + interval '1 hour', 0),
              ('lookup', 'failed', now() - interval '1 hour', now() + interval '1 minute', 3),
              ('seal', 'due', now() - interval '1 hour', now() - interval '1 minute', 0)
            """)
        .update();

    Map<WorkQueue, Work.Depth> depths =
        work.depths().stream().collect(Collectors.toMap(Work.Depth::queue, depth -> depth));

    assertThat(depths.get(WorkQueue.ACKNOWLEDGE).oldest()).isZero();
    assertThat(depths.get(WorkQueue.ACKNOWLEDGE).depth()).isEqualTo(1);
    assertThat(depths.get(WorkQueue.ACKNOWLEDGE).waitsUntil()).isAfter(Instant.now());
    assertThat(depths.get(WorkQueue.LOOKUP).oldest()).isBetween(minutes(59), minutes(61));
    assertThat(depths.get(WorkQueue.LOOKUP).waitsUntil()).isNull();
    assertThat(depths.get(WorkQueue.SEAL).oldest()).isBetween(minutes(1), minutes(2));
    assertThat(depths.get(WorkQueue.READ).depth()).isZero();
  }

  @Test
  void rows_that_cannot_be_sent_are_in_no_transaction_and_stay_due_for_another_gateway() {
    waits();
    assertThatThrownBy(
            () ->
                work.relay(
                    10,
                    rows -> {
                      assertThat(rows).hasSize(1);
                      assertThat(work.relay(10, others -> {})).as("while it is claimed").isZero();
                      assertThat(openTransactions()).isZero();
                      throw new IllegalStateException("The broker is away");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(work.relay(10, rows -> assertThat(rows).hasSize(1))).isOne();
    assertThat(work.relay(10, rows -> {})).as("sent already").isZero();
  }

  @Test
  void a_row_that_fails_before_its_message_is_marked_as_sent_is_sent_again_when_it_is_due() {
    waits();
    work.relay(10, rows -> work.later(WorkQueue.LOOKUP, ID, "RECORDS_DOWN", 20));

    assertThat(work.rows(WorkQueue.LOOKUP, false, 10))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.sentAt()).isNull();
              assertThat(row.dueAt()).isAfter(Instant.now());
            });
  }

  @Test
  void a_relayed_row_keeps_its_due_time() {
    waits();
    Instant due = work.rows(null, false, 1).get(0).dueAt();
    work.relay(10, rows -> {});

    assertThat(work.rows(null, false, 1).get(0).dueAt()).isEqualTo(due);
    assertThat(work.rows(null, false, 1).get(0).sentAt()).isNotNull();
  }

  private long openTransactions() {
    return jdbc.sql(
            "select count(*) from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'")
        .query(Long.class)
        .single();
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }

  private List<String> verbs() {
    return jdbc.sql("select lower(verb) from event order by id").query(String.class).list();
  }

  @Test
  void work_is_not_parked_if_its_event_cannot_be_recorded() {
    Work work = withoutLedger();
    waits();

    assertThatThrownBy(() -> work.later(WorkQueue.LOOKUP, ID, "RECORDS_DOWN", 1))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> work.park(WorkQueue.LOOKUP, ID, "BROKEN"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> work.park(WorkQueue.SEAL, ID, "BROKEN"))
        .isInstanceOf(IllegalStateException.class);

    assertThat(work.rows(null, false, 10))
        .singleElement()
        .satisfies(row -> assertThat(row.parked() || row.attempts() > 0).isFalse());
  }

  /** Work whose ledger fails after the row is written, like a crash between the two writes. */
  private Work withoutLedger() {
    TransactionTemplate transactions =
        new TransactionTemplate(new DataSourceTransactionManager(database));
    Ledger none =
        event -> {
          throw new IllegalStateException("The ledger takes no event");
        };
    return new JdbcWork(
        jdbc,
        new JdbcLifecycle(transactions, jdbc, none, Clock.systemUTC(), new WorkSignal()),
        new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5)));
  }

  private void waits() {
    jdbc.sql("insert into work (stage, id) values ('lookup', ?)").param(ID).update();
  }
}
