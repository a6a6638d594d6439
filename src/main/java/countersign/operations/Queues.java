package countersign.operations;

import countersign.lifecycle.WorkQueue;
import java.util.Optional;

/**
 * What the message broker says about a stage's queue. A port: its adapter lives where the broker is
 * known.
 */
@FunctionalInterface
public interface Queues {

  /**
   * Asks about one queue.
   *
   * @return empty if the stage has no queue, or the broker cannot say now
   */
  Optional<Numbers> of(WorkQueue stage);

  /**
   * What the broker counts.
   *
   * @param consumers how many wait for its messages, from 0
   * @param messages how many ids lie in it, from 0
   */
  record Numbers(int consumers, long messages) {}
}
