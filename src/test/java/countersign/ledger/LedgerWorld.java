package countersign.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.TestDatabase;
import countersign.request.Actor;
import countersign.request.Verb;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A ledger on a database of its own, with everything that writes, seals, proves and verifies it.
 */
abstract class LedgerWorld {
  static final Instant AT = Instant.parse("2026-11-24T12:00:00.120Z");

  final DataSource database = TestDatabase.fresh();
  final JdbcClient jdbc = JdbcClient.create(database);
  final TransactionTemplate transaction =
      new TransactionTemplate(new DataSourceTransactionManager(database));
  final Ledger ledger = LedgerFixtures.ledgerOn(database);
  final LedgerReader reader = LedgerFixtures.readerOn(database);
  final LedgerSealer sealer =
      LedgerFixtures.sealerOn(database, Clock.fixed(AT.plusNanos(5), ZoneOffset.UTC));

  final EventRef record(String subject) {
    return record(subject, Verb.READ);
  }

  final EventRef record(String subject, Verb verb) {
    return ledger.record(Event.of(verb, subject, AT, Actor.GATEWAY, Map.of("count", "1")));
  }

  final long count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  final void assertVerifies(long events) {
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
}
