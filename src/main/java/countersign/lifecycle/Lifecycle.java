package countersign.lifecycle;

import countersign.request.Actor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The only way a state changes: one transaction that locks, compares, writes, records the event and
 * inserts the next work. After the commit the relay is woken.
 *
 * <p>A partner's transfer, look-ups and the sealing of what leaves come before it, outside. What
 * must be decided under the change's locks is opened and sealed inside: the approved items of a
 * release, a reviewer's reason. Step {@code read} works through a whole file in one change.
 *
 * @see <a
 *     href="../../../../../docs/decisions/0006-reading-a-file-is-one-long-transaction.md">decision
 *     6</a>
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
