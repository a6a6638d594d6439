package countersign.operations;

import countersign.lifecycle.WorkQueue;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One stage of the way: a message queue or a row of people, told in the same numbers.
 *
 * @param stage which
 * @param depth how much waits or is being worked on, parked work aside
 * @param oldest age of the oldest of it; zero if nothing waits
 * @param consumers who works it off: listeners of the queue; null if that cannot be told
 * @param messages ids in the broker's queue now; null if it has none or cannot say
 * @param waiting how much failed and waits for its next try
 * @param parked how much only a person can set going again
 */
public record QueueStatus(
    WorkQueue stage,
    long depth,
    Duration oldest,
    @Nullable Integer consumers,
    @Nullable Long messages,
    long waiting,
    long parked) {}
