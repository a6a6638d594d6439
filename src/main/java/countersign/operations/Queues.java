package countersign.operations;

import countersign.lifecycle.WorkQueue;
import java.util.Optional;

/**
 * The message broker's numbers for a queue. A port; the adapter is in the package that uses the
 * broker.
 */
@FunctionalInterface
public interface Queues {

  /**
   * Reads the numbers of one queue.
   *
   * @return empty if this work has no broker queue, or the broker does not answer now
   */
  Optional<Numbers> of(WorkQueue queue);

  /**
   * Numbers of a broker queue.
   *
   * @param consumers number of consumers that wait for its messages, from 0
   * @param messages number of ids in it, from 0
   */
  record Numbers(int consumers, long messages) {}
}
