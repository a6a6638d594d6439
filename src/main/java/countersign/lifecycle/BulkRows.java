package countersign.lifecycle;

/** Writes blocks of rows that have no state with PostgreSQL's COPY. */
public interface BulkRows {

  /**
   * Writes one block in the caller's transaction, on its connection.
   *
   * @param sql a {@code copy ... from stdin (format binary)} statement
   * @param block result of {@link CopyRows#finish}
   */
  void copy(String sql, byte[] block);
}
