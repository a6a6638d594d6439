package countersign.verification;

import countersign.authority.Enrolment;
import countersign.ledger.JdbcLedgerSource;
import countersign.ledger.LedgerVerifier;
import countersign.ledger.VerificationResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/**
 * Verifies the ledger and compares the tables with it, in one snapshot of the database. It reads
 * each table a few times as a stream, so that its memory does not grow with the tables.
 */
public final class CrossCheck {
  private final LedgerVerifier verifier;
  private final List<TableCheck> checks;

  /**
   * Creates a check.
   *
   * @param enrolment the people whose signatures count
   */
  public CrossCheck(LedgerVerifier verifier, Enrolment enrolment) {
    this.verifier = verifier;
    this.checks =
        List.of(
            new StopCheck(),
            new FileOriginCheck(),
            new JudgementCheck(),
            new FileAccountingCheck(),
            new DraftCheck(),
            new DecisionCheck(enrolment),
            new ResponseCheck(),
            new ReconstructionCheck(),
            new SealedFileCheck(verifier.log(), enrolment),
            new SealStatementCheck(verifier.log(), enrolment),
            new SignedActionsCheck(verifier.log(), enrolment),
            new DeskCheck(enrolment),
            new AccountCheck(),
            new SignedAccountCheck(verifier.log(), enrolment),
            new AccessCheck(),
            new InsertedRowsCheck());
  }

  /**
   * Verifies and compares everything, also after it found a difference.
   *
   * @param connection not in a transaction; the caller closes it
   * @param keptNotes checkpoints that were kept elsewhere
   * @throws SQLException if the database does not answer
   */
  public Report run(Connection connection, Collection<String> keptNotes) throws SQLException {
    VerificationResult ledger = verifier.verify(JdbcLedgerSource.on(connection), keptNotes);
    Findings findings = compare(connection);
    return new Report(ledger, findings.kept(), findings.counts());
  }

  /** Compares the tables, in the transaction of the connection. */
  Findings compare(Connection connection) {
    Findings findings = new Findings();
    Snapshot snapshot = new Snapshot(connection);
    checks.forEach(check -> check.run(snapshot, findings));
    return findings;
  }
}
