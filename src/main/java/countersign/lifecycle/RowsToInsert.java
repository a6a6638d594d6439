package countersign.lifecycle;

import java.util.Set;

/**
 * Rows to insert in their first state.
 *
 * @param entity the type of the rows
 * @param first the states that the rows may have; the statement fails for a row with another one
 * @param columns the columns to write in addition to the state: SQL, separated by commas
 * @param source a table expression of the {@link RowSource} with these columns and {@code state}
 */
public record RowsToInsert(
    Entity entity, Set<? extends Enum<?>> first, String columns, String source) {
  /** Checks that the entity may begin in these states. */
  public RowsToInsert {
    first = Set.copyOf(first);
    Transitions.checkFirst(entity, first);
  }
}
