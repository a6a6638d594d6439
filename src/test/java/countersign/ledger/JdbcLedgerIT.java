package countersign.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.TestDatabase;
import countersign.request.Verb;
import countersign.testkit.LedgerPart;
import countersign.testkit.SettableClock;
import countersign.testkit.World;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Recording, sealing and proving on a real database. */
class JdbcLedgerIT {
  private static final Instant AT = SettableClock.START.plusMillis(120);

  private final World world = new World();
  private final LedgerPart ledger = world.ledger();
  private final LedgerReader reader = ledger.reader();
  private final LedgerSealer sealer = ledger.sealer();

  @BeforeEach
  void the_clock_shows_more_than_the_ledger_stores() {
    world.passes(Duration.ofMillis(120).plusNanos(5));
  }

  @Test
  void an_event_exists_exactly_if_its_state_change_is_committed() {
    world
        .transactions()
        .executeWithoutResult(
            status -> {
              ledger.record("x");
              status.setRollbackOnly();
            });
    assertThat(sealer.seal()).isEmpty();

    EventRef kept = ledger.record("x");

    assertThat(reader.publicCovering(kept)).isEmpty();
    assertThat(reader.leafIndexOf(kept)).isEmpty();
    Checkpoint checkpoint = sealer.seal().orElseThrow();
    assertThat(checkpoint.size()).isOne();
    assertThat(checkpoint.at()).isEqualTo(AT);
    assertThat(reader.latest()).contains(checkpoint);
    assertThat(reader.publicCovering(kept)).isPresent();
    assertThat(reader.leafIndexOf(kept)).hasValue(0);
    assertThat(sealer.seal()).isEmpty();
    ledger.assertVerifies(1);
  }

  @Test
  void the_history_of_a_subject_is_in_order_whether_sealed_or_not() {
    ledger.record("x", Verb.RECEIVE);
    ledger.record("y", Verb.RECEIVE);
    sealer.seal();
    ledger.record("x", Verb.READ);

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
        events.add(ledger.record("s" + events.size()));
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
    ledger.assertVerifies(latest.size());
  }

  @Test
  void a_clock_that_goes_back_does_not_make_an_older_checkpoint() {
    ledger.record("x");
    sealer.seal();
    ledger.record("y");

    world.passes(Duration.ofMinutes(-1));
    assertThat(sealer.seal().orElseThrow().at()).isEqualTo(AT);
    ledger.assertVerifies(2);
  }

  @Test
  void more_than_one_batch_is_sealed_at_once() {
    world
        .jdbc()
        .sql(
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
    assertThat(world.count("select count(*) from checkpoint")).isEqualTo(3);
    ledger.assertVerifies(2 * JdbcLedgerSealer.EVENTS_AT_ONCE + 1);
  }

  @Test
  void neither_the_application_nor_the_owner_can_change_an_event() {
    ledger.record("x");
    ledger.record("y");
    sealer.seal();
    for (DataSource role : List.of(world.database(), TestDatabase.asSuperuser(world.database()))) {
      JdbcClient client = JdbcClient.create(role);
      for (String table : List.of("event", "leaf", "node", "checkpoint")) {
        for (String sql : List.of("delete from " + table, "truncate " + table + " cascade")) {
          assertForbidden(client, sql);
        }
      }
      for (String sql :
          List.of(
              "update event set bytes = 'x'",
              "update leaf set hash = hash",
              "update node set hash = hash",
              "update checkpoint set note = ''")) {
        assertForbidden(client, sql);
      }
    }
    ledger.assertVerifies(2);
  }

  /** By a right or a trigger; a misspelt table would be refused, too. */
  private static void assertForbidden(JdbcClient client, String sql) {
    assertThatThrownBy(() -> client.sql(sql).update())
        .as(sql)
        .rootCause()
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
  }

  private byte[] bytesOf(EventRef event) {
    return world
        .jdbc()
        .sql("select bytes from event where id = ?")
        .param(event.id())
        .query(byte[].class)
        .single();
  }
}
