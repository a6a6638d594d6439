package countersign.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.TestDatabase;
import countersign.testkit.LedgerPart;
import countersign.testkit.World;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The verifier detects changes by a database administrator who disables the triggers. */
class JdbcLedgerSourceIT {
  private final World world = new World();
  private final LedgerPart ledger = world.ledger();
  private final LedgerSealer sealer = ledger.sealer();

  @BeforeEach
  void seal_eleven_events_in_two_runs() {
    record(6);
    sealer.seal();
    record(5);
    sealer.seal();
    record(1);
  }

  @Test
  void an_unchanged_ledger_verifies_while_an_event_is_pending() {
    assertThat(verdict()).startsWith("The ledger verifies: 11 events, 2 checkpoints, root ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          update event set bytes = replace(encode(bytes, 'escape'), 'read', 'lift')::bytea where id = 4 | Leaf 3: its event differs from the one that was logged.
          delete from event where id = 4                                | Leaf 3: its event is missing.
          delete from leaf where index = 3                              | Leaf 3 is missing, or exists twice.
          delete from leaf where index = 10                             | The end of the ledger is missing: checkpoint 11 covers more events.
          update leaf set event_id = case event_id when 2 then -3 else -2 end where event_id in (2, 3); update leaf set event_id = -event_id where event_id < 0 | Leaf 1: its event differs from the one that was logged.
          update leaf set index = 100 + (9 - index) where index in (4, 5); update leaf set index = index - 100 where index > 99 | Leaves 4 to 5 differ from the ones that were logged.
          with e as (update event set bytes = 'x' where id = 4) update leaf set hash = sha256('\\x0078') where index = 3 | Leaves 2 to 3 differ from the ones that were logged.
          update node set hash = sha256('') where level = 2 and index = 0 | Leaves 0 to 3 differ from the ones that were logged.
          delete from node where level = 1 and index = 0                | The subtree over leaves 0 to 1 is missing.
          delete from checkpoint where size = 11                        | The last checkpoint is missing: no event is sealed without one.
          update checkpoint set root = sha256('') where size = 6        | Checkpoint 6: its row differs from its note.
          update checkpoint set note = replace(note, concat(chr(10), '6', chr(10)), concat(chr(10), '5', chr(10))) where size = 6 | Checkpoint 6: its note has no valid signature.
          update event set subject = 'other' where id = 4               | The columns of event 4 differ from its bytes.
          update event set verb = 'lift' where id = 4                   | The columns of event 4 differ from its bytes.
          update event set at = at + interval '1 ms' where id = 4       | The columns of event 4 differ from its bytes.
          delete from pending_event                                     | Event 12 will never be sealed.
          """)
  void every_kind_of_change_is_reported(String sql, String expected) {
    tamper(sql);

    assertThat(verdict()).startsWith("S505_AUDIT_TAMPER  " + expected);
  }

  @Test
  void sealed_bytes_that_are_not_an_event_are_reported() {
    tamper(
        "with e as (insert into event (subject, verb, at, bytes)"
            + " values ('s', 'read', now(), 'junk') returning id)"
            + " insert into pending_event select id from e");
    sealer.seal();

    assertThat(verdict())
        .startsWith("S505_AUDIT_TAMPER  The columns of event 13 differ from its bytes.");
  }

  @Test
  void the_sealer_refuses_to_sign_a_tree_that_differs_from_the_last_signed_one() {
    tamper("delete from leaf where index = 10");

    assertThatThrownBy(sealer::seal)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("S505_AUDIT_TAMPER  The ledger differs from what was signed last.")
        .hasMessageContaining("  expected  11 events, root ")
        .hasMessageContaining("  found     10 events, root ");

    tamper("update checkpoint set note = 'x' where size = 11");
    assertThatThrownBy(sealer::seal)
        .hasMessageStartingWith(
            "S505_AUDIT_TAMPER  Checkpoint 11 does not carry the signature of ");
  }

  @Test
  void verifying_needs_only_read_permission() throws SQLException {
    try (Connection connection = world.database().getConnection()) {
      JdbcLedgerSource.on(connection);
      try (Statement statement = connection.createStatement()) {
        assertThatThrownBy(() -> statement.execute("delete from pending_event"))
            .hasMessageContaining("read-only transaction");
      }
    }
  }

  @Test
  void a_database_error_is_not_reported_as_a_tampered_ledger() {
    tamper("alter table leaf rename to hidden");

    assertThatThrownBy(this::verdict)
        .hasMessage(
            "The database of the ledger does not answer (SQL state 42P01). Nothing was verified.");
  }

  private void record(int events) {
    for (int i = 0; i < events; i++) {
      ledger.record("file");
    }
  }

  /** Runs SQL as a superuser, without triggers and foreign keys. */
  private void tamper(String sql) {
    try (Connection connection = TestDatabase.asSuperuser(world.database()).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute(sql);
    } catch (SQLException cause) {
      throw new IllegalStateException(cause);
    }
  }

  private String verdict() {
    return ledger.verified().toString();
  }
}
