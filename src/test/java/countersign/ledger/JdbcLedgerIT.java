package countersign.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.TestDatabase;
import countersign.request.Actor;
import countersign.request.Verb;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Records, seals and proves events in a real database. */
class JdbcLedgerIT {
  private static final Logger LOG = LoggerFactory.getLogger(JdbcLedgerIT.class);
  private static final Instant AT = Instant.parse("2026-11-24T12:00:00.120Z");

  private final DataSource database = TestDatabase.fresh();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final TransactionTemplate transaction =
      new TransactionTemplate(new DataSourceTransactionManager(database));
  private final Ledger ledger = LedgerFixtures.ledgerOn(database);
  private final LedgerReader reader = LedgerFixtures.readerOn(database);
  private final LedgerSealer sealer =
      LedgerFixtures.sealerOn(database, Clock.fixed(AT.plusNanos(5), ZoneOffset.UTC));

  @Test
  void an_event_exists_exactly_if_its_state_change_is_committed() {
    transaction.executeWithoutResult(
        status -> {
          record("x");
          status.setRollbackOnly();
        });
    assertThat(sealer.seal()).isEmpty();

    EventRef kept = record("x");

    assertThat(reader.publicCovering(kept)).isEmpty();
    assertThat(reader.leafIndexOf(kept)).isEmpty();
    Checkpoint checkpoint = sealer.seal().orElseThrow();
    assertThat(checkpoint.size()).isOne();
    assertThat(checkpoint.at()).isEqualTo(AT);
    assertThat(reader.latest()).contains(checkpoint);
    assertThat(reader.publicCovering(kept)).isPresent();
    assertThat(reader.leafIndexOf(kept)).hasValue(0);
    assertThat(sealer.seal()).isEmpty();
    assertVerifies(1);
  }

  @Test
  void the_history_of_a_subject_is_in_order_whether_sealed_or_not() {
    record("x", Verb.RECEIVE);
    record("y", Verb.RECEIVE);
    sealer.seal();
    record("x", Verb.READ);

    assertThat(reader.history("x"))
        .extracting(Event::verb)
        .containsExactly(Verb.RECEIVE, Verb.READ);
    assertThat(reader.history("x").get(0).facts()).containsEntry("count", "1");
    assertThat(reader.history("z")).isEmpty();
  }

  @Test
  void proofs_from_the_database_prove_every_event_and_every_state() {
    Random random = new Random(7);
    List<EventRef> events = new ArrayList<>();
    List<Checkpoint> states = new ArrayList<>();
    while (events.size() < 60) {
      for (int i = random.nextInt(9); i >= 0; i--) {
        events.add(record("s" + events.size()));
      }
      states.add(sealer.seal().orElseThrow());
    }
    Checkpoint latest = states.get(states.size() - 1);
    for (EventRef event : events) {
      long index = reader.leafIndexOf(event).orElseThrow();
      Hash leaf = Hash.leaf(bytesOf(event));
      assertThat(reader.inclusion(index, latest.size()).proves(leaf, latest.root())).isTrue();
    }
    for (Checkpoint older : states) {
      assertThat(
              reader.consistency(older.size(), latest.size()).proves(older.root(), latest.root()))
          .isTrue();
    }
    assertThatThrownBy(() -> reader.inclusion(0, latest.size() + 1))
        .hasMessage(
            "The ledger holds %d events, not yet %d".formatted(latest.size(), latest.size() + 1));
    assertVerifies(latest.size());
  }

  @Test
  void a_long_open_transaction_does_not_delay_the_sealer() throws InterruptedException {
    CountDownLatch opened = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    CompletableFuture<EventRef> slow =
        CompletableFuture.supplyAsync(
            () ->
                transaction.execute(
                    status -> {
                      EventRef first = record("slow");
                      opened.countDown();
                      await(end);
                      return first;
                    }));
    await(opened);
    EventRef quick = record("quick");

    assertThat(sealer.seal().orElseThrow().size()).isOne();
    assertThat(reader.publicCovering(quick)).isPresent();

    end.countDown();
    EventRef late = slow.join();
    assertThat(late.id()).isLessThan(quick.id());
    assertThat(sealer.seal().orElseThrow().size()).isEqualTo(2);
    assertThat(reader.leafIndexOf(late)).hasValue(1);
    assertVerifies(2);
  }

  @Test
  void transactions_that_commit_out_of_order_lose_or_duplicate_no_event()
      throws InterruptedException {
    int writers = 8;
    int each = 100;
    AtomicBoolean writing = new AtomicBoolean(true);
    ExecutorService threads = Executors.newFixedThreadPool(writers + 2);
    List<CompletableFuture<Long>> kept = new ArrayList<>();
    for (int writer = 0; writer < writers; writer++) {
      Random random = new Random(writer);
      kept.add(CompletableFuture.supplyAsync(() -> write(each, random), threads));
    }
    List<CompletableFuture<Void>> sealers = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      sealers.add(
          CompletableFuture.runAsync(
              () -> {
                while (writing.get()) {
                  sealer.seal();
                }
              },
              threads));
    }
    long expected = kept.stream().mapToLong(CompletableFuture::join).sum();
    writing.set(false);
    sealers.forEach(CompletableFuture::join);
    sealer.seal();
    threads.shutdown();
    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();

    assertThat(expected).isBetween((long) writers * each / 2, (long) writers * each * 3);
    assertThat(count("event")).isEqualTo(expected);
    assertThat(count("leaf")).isEqualTo(expected);
    assertThat(count("pending_event")).isZero();
    assertThat(jdbc.sql("select index from leaf order by index").query(Long.class).list())
        .isEqualTo(LongStream.range(0, expected).boxed().toList());
    assertVerifies(expected);
  }

  @Test
  void a_clock_that_is_set_back_does_not_produce_an_older_checkpoint() {
    record("x");
    sealer.seal();
    record("y");

    Clock back = Clock.fixed(AT.minusSeconds(60), ZoneOffset.UTC);
    assertThat(LedgerFixtures.sealerOn(database, back).seal().orElseThrow().at()).isEqualTo(AT);
    assertVerifies(2);
  }

  @Test
  void more_than_one_batch_is_sealed_at_once() {
    jdbc.sql(
            """
            with e as (insert into event (subject, verb, at, bytes)
              select 's', 'read', '2026-11-24T12:00:00Z',
                convert_to('{"actor":"gateway:gateway","at":"2026-11-24T12:00:00.000Z","facts":{},"salt":"'
                  || encode(sha256(n::text::bytea), 'hex') || '","subject":"s","v":"1","verb":"read"}', 'UTF8')
              from generate_series(1, ?) n returning id)
            insert into pending_event select id from e
            """)
        .param(2 * JdbcLedgerSealer.EVENTS_AT_ONCE + 1)
        .update();

    assertThat(sealer.seal().orElseThrow().size())
        .isEqualTo(2 * JdbcLedgerSealer.EVENTS_AT_ONCE + 1);
    assertThat(count("checkpoint")).isEqualTo(3);
    assertVerifies(2 * JdbcLedgerSealer.EVENTS_AT_ONCE + 1);
  }

  @Test
  void neither_the_application_nor_the_owner_can_change_an_event() {
    record("x");
    record("y");
    sealer.seal();
    for (DataSource role : List.of(database, TestDatabase.asSuperuser(database))) {
      JdbcClient client = JdbcClient.create(role);
      for (String table : List.of("event", "leaf", "node", "checkpoint")) {
        for (String sql : List.of("delete from " + table, "truncate " + table + " cascade")) {
          assertThatThrownBy(() -> client.sql(sql).update())
              .as(sql)
              .isInstanceOf(DataAccessException.class);
        }
      }
      for (String sql :
          List.of(
              "update event set bytes = 'x'",
              "update leaf set hash = hash",
              "update node set hash = hash",
              "update checkpoint set note = ''")) {
        assertThatThrownBy(() -> client.sql(sql).update())
            .as(sql)
            .isInstanceOf(DataAccessException.class);
      }
    }
    assertVerifies(2);
  }

  /**
   * The required rates are far below the measured ones, so that only a fundamentally slower method
   * fails.
   */
  @Test
  void sealing_and_verifying_keep_up_with_a_flood() {
    int events = 20_000;
    long from = System.nanoTime();
    for (int i = 0; i < events / 1000; i++) {
      transaction.executeWithoutResult(
          status -> LongStream.range(0, 1000).forEach(n -> record("flood")));
    }
    Duration recording = Duration.ofNanos(System.nanoTime() - from);
    from = System.nanoTime();
    sealer.seal();
    Duration sealing = Duration.ofNanos(System.nanoTime() - from);
    from = System.nanoTime();
    assertVerifies(events);
    Duration verifying = Duration.ofNanos(System.nanoTime() - from);
    from = System.nanoTime();
    for (int i = 0; i < 100; i++) {
      record("one");
      sealer.seal();
    }
    Duration single = Duration.ofNanos(System.nanoTime() - from).dividedBy(100);

    LOG.info(
        "{} events recorded in {}, sealed in {}, verified in {}; one alone recorded and sealed in {}",
        events,
        recording,
        sealing,
        verifying,
        single);
    assertThat(sealing).isLessThan(Duration.ofSeconds(20));
    assertThat(single).isLessThan(Duration.ofSeconds(1));
  }

  private long write(int transactions, Random random) {
    long kept = 0;
    for (int i = 0; i < transactions; i++) {
      int events = 1 + random.nextInt(3);
      boolean rollback = random.nextInt(5) == 0;
      transaction.executeWithoutResult(
          status -> {
            for (int n = 0; n < events; n++) {
              record("w");
              if (random.nextInt(4) == 0) {
                jdbc.sql("select pg_sleep(0.002)").query(rows -> {});
              }
            }
            if (rollback) {
              status.setRollbackOnly();
            }
          });
      kept += rollback ? 0 : events;
    }
    return kept;
  }

  private EventRef record(String subject) {
    return record(subject, Verb.READ);
  }

  private EventRef record(String subject, Verb verb) {
    return ledger.record(Event.of(verb, subject, AT, Actor.GATEWAY, Map.of("count", "1")));
  }

  private byte[] bytesOf(EventRef event) {
    return jdbc.sql("select bytes from event where id = ?")
        .param(event.id())
        .query(byte[].class)
        .single();
  }

  private long count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  private void assertVerifies(long events) {
    try (Connection connection = database.getConnection()) {
      VerificationResult verdict =
          new LedgerVerifier(LedgerFixtures.logKey())
              .verify(JdbcLedgerSource.on(connection), List.of());
      assertThat(verdict)
          .isInstanceOfSatisfying(
              VerificationResult.Consistent.class,
              found -> assertThat(found.events()).isEqualTo(events));
    } catch (SQLException cause) {
      throw new IllegalStateException(cause);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException cause) {
      throw new IllegalStateException(cause);
    }
  }
}
