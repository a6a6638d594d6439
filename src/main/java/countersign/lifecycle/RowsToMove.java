package countersign.lifecycle;

import java.util.Set;

/**
 * Rows that one statement moves to another state. In the SQL parts their alias is {@code moved}.
 *
 * @param entity the type of the rows
 * @param from the current state; rows in another state are skipped
 * @param to the new state
 * @param set the other assignments, SQL after {@code set}, such as {@code changed_at = :now}
 * @param joined the joined tables, SQL after {@code from}; empty if none
 * @param where the condition that selects the rows, SQL after {@code where}
 */
public record RowsToMove(
    Entity entity, Enum<?> from, Enum<?> to, String set, String joined, String where) {
  /** Checks that the state machine allows the move. */
  public RowsToMove {
    Transitions.check(entity, Set.of(from), to);
  }
}
