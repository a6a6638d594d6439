package countersign.console;

import countersign.operations.QueueStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One stage as the API tells it. */
@Schema(name = "Queue", description = "A message queue, or work that waits in front of people")
record QueueJson(
    @Schema(description = "Name of queue or stage, in the order of the way", example = "lookup")
        String queue,
    @Schema(description = "Who works it off: QUEUE, PEOPLE or POLL") String kind,
    @Schema(description = "What waits or is being worked on, parked work aside") long depth,
    @Schema(description = "Age of the oldest of it in seconds; 0 if nothing waits")
        long oldestSeconds,
    @Schema(
            description =
                "Listeners of the queue, or accounts that may take it; null if it cannot be told now")
        @Nullable Integer consumers,
    @Schema(description = "What failed and waits for its next try") long waiting,
    @Schema(description = "What only a person can set going again") long parked) {

  static QueueJson of(QueueStatus stage, @Nullable Integer consumers) {
    return new QueueJson(
        stage.stage().word(),
        stage.stage().consumers().name(),
        stage.depth(),
        stage.oldest().toSeconds(),
        consumers,
        stage.waiting(),
        stage.parked());
  }
}
