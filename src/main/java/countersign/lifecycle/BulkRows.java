package countersign.lifecycle;

/** Writes blocks of rows that have no state with PostgreSQL's COPY. */
public interface BulkRows {

  /**
   * Writes one block in the caller's transaction, on its connection.
   *
   * @param sql the {@code copy ... from stdin (format binary)}
   * @param block what {@link CopyRows#finish} gave
   * @throws IllegalArgumentException if the table has a state: its rows enter by {@link
   *     Change#enterAll}, which knows what states they may begin in
   */
  void copy(String sql, byte[] block);
}
