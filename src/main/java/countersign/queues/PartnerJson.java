package countersign.queues;

import countersign.operations.Inboxes;
import countersign.pause.PartnerPause;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A partner in the API. */
@Schema(name = "Partner", description = "A partner, and whether an operator has paused it")
record PartnerJson(
    @Schema(description = "Id of the partner") String partner,
    @Schema(description = "Whether its document is in force on this gateway") boolean inForce,
    @Schema(description = "Number of files in its inbox at the last poll") int files,
    @Schema(description = "Time of the last poll") @Nullable Instant lookedAt,
    @Schema(description = "Why its inbox is not polled or a file cannot leave it")
        @Nullable String fault,
    @Schema(description = "When an operator paused it; null if it is not paused")
        @Nullable Instant pausedSince,
    @Schema(description = "Account of that operator") @Nullable String pausedBy) {

  static PartnerJson of(Inboxes.PartnerInbox inbox, @Nullable PartnerPause pause) {
    return new PartnerJson(
        inbox.partner(),
        true,
        inbox.names().size(),
        inbox.lookedAt(),
        inbox.fault(),
        pause == null ? null : pause.since(),
        pause == null ? null : pause.by());
  }

  static PartnerJson removed(PartnerPause pause) {
    return new PartnerJson(pause.partner(), false, 0, null, null, pause.since(), pause.by());
  }

  /** The reason for an action. */
  @Schema(name = "PartnerDecision")
  record Decision(
      @Schema(
              description = "Reason in a few words, without the name of a person",
              requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String reason) {}
}
