package countersign.accounting;

/** Writes blocks of rows with PostgreSQL's COPY. */
public interface BulkRows {

  /**
   * Writes one block in the caller's transaction, on its connection.
   *
   * @param sql the {@code copy ... from stdin (format binary)}
   * @param block what {@link CopyRows#finish} gave
   */
  void copy(String sql, byte[] block);
}
