package countersign.lifecycle;

import java.util.Set;

/**
 * Rows that move together; the statement calls each of them {@code moved}.
 *
 * @param entity what they are
 * @param from where they stand; others are skipped
 * @param to where they stand afterwards
 * @param set what else is written, in SQL after {@code set}, such as {@code changed_at = :now}
 * @param joined what they are joined with, in SQL after {@code from}; empty: nothing
 * @param where which of them, in SQL
 */
public record Moving(
    Entity entity, Enum<?> from, Enum<?> to, String set, String joined, String where) {
  /** Checks the move. */
  public Moving {
    Transitions.check(entity, Set.of(from), to);
  }
}
