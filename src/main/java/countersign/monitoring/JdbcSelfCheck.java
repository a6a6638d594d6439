package countersign.monitoring;

import countersign.ledger.JdbcLedgerSource;
import countersign.ledger.LedgerVerifier;
import countersign.ledger.VerificationResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Verifies the ledger in the running database, in one snapshot. */
final class JdbcSelfCheck {
  private final LedgerVerifier verifier;
  private final DataSource source;

  JdbcSelfCheck(LedgerVerifier verifier, DataSource source) {
    this.verifier = verifier;
    this.source = source;
  }

  VerificationResult verify() {
    try (Connection connection = source.getConnection()) {
      return verifier.verify(JdbcLedgerSource.on(connection), List.of());
    } catch (SQLException e) {
      throw new IllegalStateException("The ledger cannot be read, so its state is unknown", e);
    }
  }
}
