package countersign.verification;

import countersign.ledger.Event;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** One read-only snapshot of the database. Not thread-safe. */
final class Snapshot {
  private static final int ROWS_AT_ONCE = 2_000;

  private final Connection connection;

  /**
   * Reads through a connection.
   *
   * @param connection in a read-only transaction of level repeatable read, without autocommit
   */
  Snapshot(Connection connection) {
    this.connection = connection;
  }

  /** An event as it is stored. */
  record Stored(long id, byte[] bytes) {
    /** Null if the bytes are no event; the ledger's own check then names it. */
    @Nullable Event event() {
      try {
        return Event.parse(bytes);
      } catch (IllegalArgumentException noEvent) {
        return null;
      }
    }
  }

  /** Reads a query that is ordered by its first column, in the collation C. */
  <T> KeyedRows<T> rows(String sql, KeyedRows.Mapping<T> mapping) {
    try {
      PreparedStatement statement = connection.prepareStatement(sql);
      statement.setFetchSize(ROWS_AT_ONCE);
      return new KeyedRows<>(statement, mapping);
    } catch (SQLException cause) {
      throw doesNotAnswer(cause);
    }
  }

  /** Reads a query of events, of which the columns {@code id} and {@code bytes} are used. */
  KeyedRows<Stored> events(String sql) {
    return rows(sql, Snapshot::stored);
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(row.getLong("id"), row.getBytes("bytes"));
  }

  static IllegalStateException doesNotAnswer(SQLException cause) {
    return new IllegalStateException(
        "The database does not answer (SQL state %s). The tables were not compared."
            .formatted(cause.getSQLState()),
        cause);
  }
}
