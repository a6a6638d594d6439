package countersign.lifecycle;

/** Writes blocks of rows with PostgreSQL's COPY, for tables without a state only. */
public interface BulkRows {

  /**
   * Writes one block in the caller's transaction and on that transaction's connection.
   *
   * @param sql a {@code copy ... from stdin (format binary)} statement
   * @param block the result of {@link CopyRows#finish}
   */
  void copy(String sql, byte[] block);
}
