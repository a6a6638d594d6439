package countersign.operations;

import countersign.lifecycle.WorkQueue;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Status of one queue, whether messages or people's decisions wait in it.
 *
 * @param queue the queue
 * @param depth number of items that wait or are being processed; excludes parked work
 * @param oldest age of the oldest of these items; zero if none waits
 * @param consumers number of listeners that process the queue; null if unknown
 * @param messages number of ids in the broker's queue now; null if it has no such queue or the
 *     broker does not answer
 * @param waiting number of items that failed and wait for their next attempt
 * @param parked number of items that only a person can requeue
 */
public record QueueStatus(
    WorkQueue queue,
    long depth,
    Duration oldest,
    @Nullable Integer consumers,
    @Nullable Long messages,
    long waiting,
    long parked) {}
