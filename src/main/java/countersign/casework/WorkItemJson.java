package countersign.casework;

import countersign.approval.WorkItem;
import countersign.request.RequestState;
import countersign.reviewdesk.Claim;
import countersign.reviewdesk.ReviewDesk;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A case that waits for the caller. */
@Schema(name = "WorkItem")
record WorkItemJson(
    String fileId,
    String requestId,
    RequestState state,
    @Schema(description = "SHA-256 of the draft's bytes, hexadecimal") String draftSha256,
    @Schema(description = "Waiting since") Instant draftedAt,
    @Schema(description = "When its endorsement expires; null if it has none")
        @Nullable Instant lapsesAt,
    @Schema(description = "Partner whose file contains it") String partner,
    @Schema(
            description =
                "When a person must have decided: the answer's deadline or the endorsement's end; null if not known yet")
        @Nullable Instant dueAt,
    @Schema(description = "Account that works on it; null if none does") @Nullable String claimedBy,
    @Schema(description = "When that claim ends; null if none") @Nullable Instant claimedUntil) {

  static WorkItemJson of(ReviewDesk.DeskCase one) {
    return of(one.item(), one.claim());
  }

  static WorkItemJson of(WorkItem item, Optional<Claim> claim) {
    return new WorkItemJson(
        item.key().file().value(),
        item.key().requestId(),
        item.state(),
        item.draftSha256(),
        item.draftedAt(),
        item.expiresAt(),
        item.partner(),
        item.dueAt().orElse(null),
        claim.map(Claim::account).orElse(null),
        claim.map(Claim::until).orElse(null));
  }
}
