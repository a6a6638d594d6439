package countersign.ledger;

import countersign.ledger.VerificationResult.Inconsistent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The ledger in the running database, read with plain JDBC in one read-only snapshot, with a few
 * thousand rows in memory at a time. Not thread-safe.
 */
public final class JdbcLedgerSource implements LedgerSource {
  private static final int ROWS_AT_ONCE = 2_000;

  private final Connection connection;

  private JdbcLedgerSource(Connection connection) {
    this.connection = connection;
  }

  /**
   * Reads through {@code connection}, which must not be in a transaction. The caller closes it;
   * until then it is in a read-only transaction. The role needs SELECT on event, leaf, node,
   * checkpoint and pending_event.
   *
   * @throws SQLException if the database does not answer
   */
  public static JdbcLedgerSource on(Connection connection) throws SQLException {
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    return new JdbcLedgerSource(connection);
  }

  @Override
  public Stream<Leaf> leaves() {
    return rows(
        """
        select l.index, l.hash, e.bytes
        from leaf l left join event e on e.id = l.event_id order by l.index
        """,
        row ->
            new Leaf(row.getLong("index"), row.getBytes("bytes"), new Hash(row.getBytes("hash"))));
  }

  @Override
  public Stream<Checkpoint> checkpoints() {
    return rows(
        "select size, root, at, note from checkpoint order by size", JdbcLedgerReader::checkpoint);
  }

  @Override
  public boolean keepsSubtrees() {
    return true;
  }

  @Override
  public Stream<Subtree> subtrees() {
    return rows(
        "select level, index, hash from node order by (index + 1) << level, level",
        row ->
            new Subtree(row.getInt("level"), row.getLong("index"), new Hash(row.getBytes("hash"))));
  }

  @Override
  public Optional<Inconsistent> otherFault() {
    Optional<Inconsistent> forgotten =
        firstOf(
            """
            select e.id from event e
            where not exists (select from leaf l where l.event_id = e.id)
              and not exists (select from pending_event p where p.event_id = e.id)
            order by e.id
            """,
            row -> row.getLong("id"),
            "Event %d will never be sealed.",
            "a leaf, or an entry among the waiting events",
            "neither");
    return forgotten.or(
        () ->
            firstOf(
                """
                select e.id, e.subject, e.verb, e.at, e.bytes
                from leaf l join event e on e.id = l.event_id order by l.index
                """,
                row -> isFiledRightly(row) ? 0L : row.getLong("id"),
                "The columns of event %d differ from its bytes.",
                "the subject, verb and time in its bytes",
                "other values in its columns"));
  }

  private static boolean isFiledRightly(ResultSet row) throws SQLException {
    try {
      Event event = Event.parse(row.getBytes("bytes"));
      return event.subject().equals(row.getString("subject"))
          && event.verb().storedName().equals(row.getString("verb"))
          && event.at().equals(row.getTimestamp("at").toInstant());
    } catch (IllegalArgumentException noEvent) {
      return false;
    }
  }

  /** Reports the first row for which the mapping returns a number other than 0. */
  private Optional<Inconsistent> firstOf(
      String sql, Mapping<Long> mapping, String what, String expected, String found) {
    try (Stream<Long> ids = rows(sql, mapping)) {
      return ids.filter(id -> id != 0)
          .findFirst()
          .map(id -> new Inconsistent(what.formatted(id), expected, found));
    }
  }

  private <T> Stream<T> rows(String sql, Mapping<T> mapping) {
    try {
      PreparedStatement statement = connection.prepareStatement(sql);
      statement.setFetchSize(ROWS_AT_ONCE);
      Rows<T> rows = new Rows<>(statement.executeQuery(), mapping);
      return StreamSupport.stream(rows, false).onClose(() -> close(statement));
    } catch (SQLException cause) {
      throw doesNotAnswer(cause);
    }
  }

  private static void close(PreparedStatement statement) {
    try {
      statement.close();
    } catch (SQLException cause) {
      throw doesNotAnswer(cause);
    }
  }

  private static IllegalStateException doesNotAnswer(SQLException cause) {
    return new IllegalStateException(
        "The database of the ledger does not answer (SQL state %s). Nothing was verified."
            .formatted(cause.getSQLState()),
        cause);
  }

  /** Maps one row to one value. */
  private interface Mapping<T> {
    T from(ResultSet row) throws SQLException;
  }

  /** Reads a result set as a stream. */
  private static final class Rows<T> extends Spliterators.AbstractSpliterator<T> {
    private final ResultSet rows;
    private final Mapping<T> mapping;

    Rows(ResultSet rows, Mapping<T> mapping) {
      super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
      this.rows = rows;
      this.mapping = mapping;
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
      try {
        if (!rows.next()) {
          return false;
        }
        action.accept(mapping.from(rows));
        return true;
      } catch (SQLException cause) {
        throw doesNotAnswer(cause);
      }
    }
  }
}
