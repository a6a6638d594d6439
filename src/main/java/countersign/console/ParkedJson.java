package countersign.console;

import countersign.lifecycle.Work;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Parked work as the API tells it. */
@Schema(name = "Parked", description = "Work that only a person can set going again")
record ParkedJson(
    @Schema(description = "Name of its queue or stage") String queue,
    @Schema(description = "Id of a file, slice, request, group, response or acknowledgement")
        String id,
    @Schema(description = "One word for why it failed last") @Nullable String cause,
    @Schema(description = "How often it failed") int attempts,
    @Schema(description = "Since when it waits") Instant since) {

  static ParkedJson of(Work.Row row) {
    return new ParkedJson(
        row.stage().word(), row.id(), row.cause(), row.attempts(), row.createdAt());
  }

  /** What to set going again, or to give up. */
  @Schema(name = "ParkedDecision")
  record Decision(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String queue,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String id,
      @Schema(
              description = "Why, in a few words, without a person's name",
              requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String reason) {}
}
