package countersign.sealing;

import countersign.ledger.LedgerReader;
import countersign.request.OutgoingId;
import countersign.sealing.JdbcSealStatements.Signed;
import java.util.Optional;

/** The statement of the sealing that counts, and the ledger's event about it. Stateless. */
public final class SealHistory {
  private final JdbcSealStatements statements;
  private final LedgerReader ledger;
  private final Resealings resealings;

  public SealHistory(JdbcSealStatements statements, LedgerReader ledger, Resealings resealings) {
    this.statements = statements;
    this.ledger = ledger;
    this.resealings = resealings;
  }

  /** What the ledger says about the sealings of a file. */
  Resealings.Found of(OutgoingId id) {
    return resealings.of(ledger.history(id.toString()));
  }

  /** The statement of the sealing with this number; empty if there is none. */
  Optional<Signed> statement(OutgoingId id, int generation) {
    return statements.find(id, generation);
  }

  /**
   * Inserts the statement of the sealing that counts, in the caller's transaction.
   *
   * @return false if there is one already; nothing is changed then
   */
  boolean insert(OutgoingId id, Signed signed) {
    return statements.insert(id, of(id).generation(), signed);
  }
}
