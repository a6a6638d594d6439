package countersign.operations;

import countersign.lifecycle.WorkQueue;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Status of one queue, whether messages or people's decisions wait in it.
 *
 * @param queue the queue
 * @param depth number of items that wait or are being processed; excludes parked work
 * @param oldest how long the oldest of these items has been due; zero if none is due
 * @param consumers number of listeners that process the queue; null if unknown
 * @param messages number of ids in the broker's queue now; null if it has no such queue or the
 *     broker does not answer
 * @param waiting number of items that failed and wait for their next attempt
 * @param parked number of items that only a person can requeue
 * @param waitsUntil earliest time at which an item becomes due that waits on purpose; null if none
 *     does
 * @param age time since these values were read; they are older while a part is away
 */
public record QueueStatus(
    WorkQueue queue,
    long depth,
    Duration oldest,
    @Nullable Integer consumers,
    @Nullable Long messages,
    long waiting,
    long parked,
    @Nullable Instant waitsUntil,
    Duration age) {
  /** The same values, read that much earlier. */
  QueueStatus aged(Duration more) {
    return new QueueStatus(
        queue, depth, oldest, consumers, messages, waiting, parked, waitsUntil, age.plus(more));
  }
}
