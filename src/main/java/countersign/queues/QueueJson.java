package countersign.queues;

import countersign.operations.QueueStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A queue in the API. */
@Schema(name = "Queue", description = "A message queue, or work that waits for people")
record QueueJson(
    @Schema(description = "Name of the queue, in the order of processing", example = "lookup")
        String queue,
    @Schema(description = "Who processes it: QUEUE, PEOPLE or POLL") String kind,
    @Schema(description = "Items that wait or are being processed, without parked ones") long depth,
    @Schema(description = "Seconds for which the oldest item has been due; 0 if none is due")
        long oldestSeconds,
    @Schema(
            description =
                "Listeners of the queue, or accounts with the role for it; null if unknown at the moment")
        @Nullable Integer consumers,
    @Schema(description = "Items that failed and wait for the next try") long waiting,
    @Schema(description = "Items that wait for an operator") long parked,
    @Schema(
            description =
                "Earliest time at which an item becomes due that waits on purpose; null if none does")
        @Nullable Instant waitsUntil,
    @Schema(
            description =
                "Seconds since these values were read; more than a few while a part of the gateway is away")
        long ageSeconds) {

  static QueueJson of(QueueStatus status, @Nullable Integer consumers) {
    return new QueueJson(
        status.queue().queueName(),
        status.queue().consumers().name(),
        status.depth(),
        status.oldest().toSeconds(),
        consumers,
        status.waiting(),
        status.parked(),
        status.waitsUntil(),
        status.age().toSeconds());
  }
}
