package countersign.queues;

import countersign.lifecycle.Work;
import countersign.sealing.Resealing;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parked work in the API. */
@Schema(name = "Parked", description = "Work that waits for an operator to retry or discard it")
record ParkedJson(
    @Schema(description = "Name of its queue") String queue,
    @Schema(description = "Id of a file, slice, request, group, response or acknowledgement")
        String id,
    @Schema(description = "Code of the last failure") @Nullable String cause,
    @Schema(description = "Number of failures") int attempts,
    @Schema(description = "Waiting since") Instant since,
    @Schema(description = "Open proposal to seal the response anew; null if there is none")
        @Nullable Proposal reseal) {

  static ParkedJson of(Work.QueuedWork row, Optional<Resealing.Proposed> proposed) {
    return new ParkedJson(
        row.queue().queueName(),
        row.id(),
        row.cause(),
        row.attempts(),
        row.createdAt(),
        proposed.map(open -> new Proposal(open.by(), open.expiresAt())).orElse(null));
  }

  /** A proposal to seal a response anew, which another person confirms. */
  @Schema(name = "ResealProposal")
  record Proposal(String proposedBy, Instant expiresAt) {}

  /** The response to seal anew. */
  @Schema(name = "Reseal")
  record Reseal(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String id,
      @Schema(
              description = "Reason in a few words, without the name of a person",
              requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String reason) {}

  /** The parked work to retry or discard. */
  @Schema(name = "ParkedDecision")
  record Decision(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String queue,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String id,
      @Schema(
              description = "Reason in a few words, without the name of a person",
              requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String reason) {}
}
