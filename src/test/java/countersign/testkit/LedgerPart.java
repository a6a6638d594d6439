package countersign.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.ledger.Event;
import countersign.ledger.EventRef;
import countersign.ledger.JdbcLedgerSource;
import countersign.ledger.Ledger;
import countersign.ledger.LedgerFixtures;
import countersign.ledger.LedgerReader;
import countersign.ledger.LedgerSealer;
import countersign.ledger.LedgerVerifier;
import countersign.ledger.VerificationResult;
import countersign.request.Actor;
import countersign.request.Verb;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** A world's ledger, with everything that writes, seals, proves and verifies it. */
public final class LedgerPart {
  private final World world;
  private final Ledger ledger;
  private final LedgerReader reader;
  private final LedgerSealer sealer;

  LedgerPart(World world) {
    this.world = world;
    this.ledger = LedgerFixtures.ledgerOn(world.database());
    this.reader = LedgerFixtures.readerOn(world.database());
    this.sealer = LedgerFixtures.sealerOn(world.database(), world.clock());
  }

  /** Proves events. */
  public LedgerReader reader() {
    return reader;
  }

  /** Makes checkpoints. */
  public LedgerSealer sealer() {
    return sealer;
  }

  /** Records an event. */
  public EventRef record(String subject) {
    return record(subject, Verb.READ);
  }

  /** Records an event with this verb, in the caller's transaction if there is one. */
  public EventRef record(String subject, Verb verb) {
    return ledger.record(
        Event.of(verb, subject, world.clock().instant(), Actor.GATEWAY, Map.of("count", "1")));
  }

  /** What the verifier says about the whole ledger. */
  public VerificationResult verified() {
    try (Connection connection = world.database().getConnection()) {
      return new LedgerVerifier(LedgerFixtures.logKey())
          .verify(JdbcLedgerSource.on(connection), List.of());
    } catch (SQLException cause) {
      throw new IllegalStateException(cause);
    }
  }

  /** Asserts that the ledger verifies and contains this number of sealed events. */
  public void assertVerifies(long events) {
    assertThat(verified())
        .isInstanceOfSatisfying(
            VerificationResult.Consistent.class,
            found -> assertThat(found.events()).isEqualTo(events));
  }
}
