package countersign.lifecycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads rows of the table {@code work}. Stateless. */
final class WorkRows {
  static final String COLUMNS = "stage, id, state, attempts, cause, due_at, sent_at, created_at";

  private WorkRows() {}

  /** A row of {@link #COLUMNS}. */
  static Work.QueuedWork row(ResultSet row, int number) throws SQLException {
    return new Work.QueuedWork(
        WorkQueue.of(row.getString("stage")),
        row.getString("id"),
        row.getString("state").equals("PARKED"),
        row.getInt("attempts"),
        row.getString("cause"),
        row.getTimestamp("due_at").toInstant(),
        instant(row, "sent_at"),
        row.getTimestamp("created_at").toInstant());
  }

  /** The time in a column; null if it is empty. */
  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
