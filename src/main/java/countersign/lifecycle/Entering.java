package countersign.lifecycle;

import java.util.Set;

/**
 * Rows that begin to exist.
 *
 * @param entity what they are
 * @param first the states in which they may begin; the statement fails for a row with another one
 * @param columns what is written besides the state, in SQL, separated by commas
 * @param source an expression of the {@link RowSource} that has these columns and {@code state}
 */
public record Entering(Entity entity, Set<? extends Enum<?>> first, String columns, String source) {
  /** Checks the states. */
  public Entering {
    first = Set.copyOf(first);
    Transitions.checkFirst(entity, first);
  }
}
