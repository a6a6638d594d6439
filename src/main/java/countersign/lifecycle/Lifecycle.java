package countersign.lifecycle;

import countersign.request.Actor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The only way a state changes. Reading, look-ups and cryptography come before, outside; the change
 * itself is one short transaction: lock, compare, write, event, next work. After the commit the
 * relay is woken.
 */
public interface Lifecycle {

  /**
   * Runs a step's writes in one transaction.
   *
   * @param actor who does it, for the ledger
   * @param step the writes; an exception rolls everything back
   */
  <T> T change(Actor actor, Function<Change, T> step);

  /** As {@link #change}, for steps without a result. */
  default void run(Actor actor, Consumer<Change> step) {
    change(
        actor,
        change -> {
          step.accept(change);
          return true;
        });
  }
}
