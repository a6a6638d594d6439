package countersign.lifecycle;

import countersign.request.Actor;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * The only way to change a state. One transaction locks the row, checks its state, writes, records
 * the event and inserts the next work. The commit wakes the relay.
 *
 * <p>A partner's file transfer, look-ups and the sealing of outgoing documents happen before the
 * transaction and outside it. Data that a decision needs under the transaction's locks is decrypted
 * and encrypted inside it: the approved items of a release and a reviewer's reason. Step {@code
 * read} processes a whole file in one transaction.
 *
 * @see <a
 *     href="../../../../../docs/decisions/0006-reading-a-file-is-one-long-transaction.md">decision
 *     6</a>
 */
public interface Lifecycle {

  /**
   * Runs a step's writes in one transaction.
   *
   * @param actor the person or system that the ledger names as the actor
   * @param step the writes; an exception from it rolls everything back
   */
  <T> T change(Actor actor, Function<Change, T> step);

  /** Changes on a database outside the gateway, for commands. */
  static Lifecycle on(DataSource database, Clock clock) {
    return JdbcLifecycle.on(database, clock);
  }

  /** Same as {@link #change}, for steps without a result. */
  default void run(Actor actor, Consumer<Change> step) {
    change(
        actor,
        change -> {
          step.accept(change);
          return true;
        });
  }
}
