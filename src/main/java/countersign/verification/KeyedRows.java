package countersign.verification;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a query that is ordered by its first column, read once, with a few thousand rows in
 * memory. Several of them are read together, one key after the other. Not thread-safe.
 */
final class KeyedRows<T> implements AutoCloseable {
  /** The order of {@code collate "C"} in a UTF-8 database. */
  private static final Comparator<String> BYTES =
      (one, other) ->
          Arrays.compareUnsigned(
              one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

  private final PreparedStatement statement;
  private final ResultSet rows;
  private final Mapping<T> mapping;
  private @Nullable String key;

  /** Maps one row to one value. */
  interface Mapping<T> {
    T from(ResultSet row) throws SQLException;
  }

  KeyedRows(PreparedStatement statement, Mapping<T> mapping) throws SQLException {
    this.statement = statement;
    this.mapping = mapping;
    this.rows = statement.executeQuery();
    advance();
  }

  private void advance() throws SQLException {
    key = rows.next() ? Objects.requireNonNullElse(rows.getString(1), "") : null;
  }

  /** The least key of which one of the queries still has a row; null after the last one. */
  static @Nullable String next(KeyedRows<?>... queries) {
    return Stream.of(queries)
        .<String>mapMulti((query, keys) -> query.pass(keys))
        .min(BYTES)
        .orElse(null);
  }

  private void pass(Consumer<String> keys) {
    if (key != null) {
      keys.accept(key);
    }
  }

  /** Passes on the rows of this key; none if the query has none. */
  void each(String wanted, Consumer<T> rowsOfKey) {
    try {
      while (wanted.equals(key)) {
        rowsOfKey.accept(mapping.from(rows));
        advance();
      }
    } catch (SQLException cause) {
      throw Snapshot.doesNotAnswer(cause);
    }
  }

  /** The rows of this key; for keys that have few. */
  List<T> take(String wanted) {
    List<T> found = new ArrayList<>();
    each(wanted, found::add);
    return found;
  }

  /** All rows that are left, of every key; for queries that have few. */
  List<T> all() {
    List<T> found = new ArrayList<>();
    for (String each = key; each != null; each = key) {
      each(each, found::add);
    }
    return found;
  }

  @Override
  public void close() {
    try {
      statement.close();
    } catch (SQLException cause) {
      throw Snapshot.doesNotAnswer(cause);
    }
  }
}
