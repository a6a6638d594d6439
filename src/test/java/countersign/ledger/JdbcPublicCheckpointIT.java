package countersign.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import countersign.TestDatabase;
import countersign.request.Actor;
import countersign.request.Verb;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The checkpoint in a response does not reveal how many decisions were made since the previous one.
 * Requests without a match are never decided on, so the number would reveal how many requests
 * matched.
 */
@Proves("R47")
class JdbcPublicCheckpointIT {
  private static final Instant AT = Instant.parse("2026-11-24T12:00:00.120Z");
  private static final int MULTIPLE = 1024;

  private final DataSource database = TestDatabase.fresh();
  private final TransactionTemplate transaction =
      new TransactionTemplate(new DataSourceTransactionManager(database));
  private final Ledger ledger = LedgerFixtures.ledgerOn(database);
  private final LedgerReader reader = LedgerFixtures.readerOn(database, MULTIPLE);
  private final LedgerSealer sealer =
      LedgerFixtures.sealerOn(database, Clock.fixed(AT.plusNanos(5), ZoneOffset.UTC), MULTIPLE);

  private EventRef record(Verb verb) {
    return transaction.execute(
        status -> ledger.record(Event.of(verb, "x", AT, Actor.GATEWAY, Map.of())));
  }

  /** Size of the checkpoint in a response that is released after this number of decisions. */
  private long sizeAfter(int decisions) {
    long before = reader.latest().map(Checkpoint::size).orElse(0L);
    for (int i = 0; i < decisions; i++) {
      record(Verb.DECLINE);
      if (i % 7 == 0) {
        sealer.seal();
      }
    }
    EventRef release = record(Verb.RELEASE);
    assertThat(reader.publicCovering(release)).isEmpty();
    sealer.seal();
    Checkpoint named = reader.publicCovering(release).orElseThrow();
    record(Verb.SEAL);
    sealer.seal();
    assertThat(reader.publicCovering(release)).as("at any later time").contains(named);
    return named.size() - before / MULTIPLE * MULTIPLE;
  }

  @Test
  void the_next_public_size_does_not_depend_on_the_number_of_decisions() throws SQLException {
    Set<Long> sizes = new HashSet<>();
    for (int decisions : List.of(0, 1, 40, 0, 200)) {
      sizes.add(sizeAfter(decisions));
    }

    assertThat(sizes).containsExactly((long) MULTIPLE);
    assertThat(
            JdbcClient.create(database)
                .sql("select count(*) from pending_event")
                .query(Long.class)
                .single())
        .isZero();
    assertThat(verdict()).startsWith("The ledger verifies: 5121 events");
  }

  @Test
  void a_test_exchange_gets_no_filler_events() {
    LedgerReader plain = LedgerFixtures.readerOn(database);
    record(Verb.READ);
    EventRef release = record(Verb.RELEASE);
    LedgerFixtures.sealerOn(database, Clock.fixed(AT, ZoneOffset.UTC)).seal();

    assertThat(plain.publicCovering(release).orElseThrow().size()).isEqualTo(2);
  }

  private String verdict() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return new LedgerVerifier(LedgerFixtures.logKey())
          .verify(JdbcLedgerSource.on(connection), List.of())
          .toString();
    }
  }
}
