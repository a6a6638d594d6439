package countersign.monitoring;

import countersign.verification.CrossCheck;
import countersign.verification.Report;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Verifies the ledger and the tables in the running database, in one snapshot. */
final class JdbcLedgerCheck {
  private final CrossCheck check;
  private final DataSource source;

  JdbcLedgerCheck(CrossCheck check, DataSource source) {
    this.check = check;
    this.source = source;
  }

  Report verify() {
    try (Connection connection = source.getConnection()) {
      return check.run(connection, List.of());
    } catch (SQLException e) {
      throw new IllegalStateException("The ledger cannot be read, so its state is unknown", e);
    }
  }
}
