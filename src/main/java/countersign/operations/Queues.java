package countersign.operations;

import countersign.lifecycle.WorkQueue;
import java.time.Duration;
import java.util.Optional;

/**
 * The message broker's numbers for a queue. A port; the adapter is in the package that uses the
 * broker.
 */
@FunctionalInterface
public interface Queues {

  /**
   * The last known numbers of one queue. Does not wait for a broker that is away.
   *
   * @return empty if this work has no broker queue, or the broker has not answered yet
   */
  Optional<Numbers> of(WorkQueue queue);

  /**
   * Numbers of a broker queue.
   *
   * @param consumers number of consumers that wait for its messages, from 0
   * @param messages number of ids in it, from 0
   * @param age time since the broker told the number of ids
   */
  record Numbers(int consumers, long messages, Duration age) {}
}
