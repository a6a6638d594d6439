package countersign.casework;

import com.fasterxml.jackson.annotation.JsonInclude;
import countersign.approval.WorkItem;
import countersign.request.RequestState;
import countersign.reviewdesk.CaseClaim;
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
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
            description =
                "When a person must have decided: the answer's deadline or the endorsement's end; left out if not known yet")
        @Nullable Instant dueAt,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Account that works on it; left out if none does")
        @Nullable String claimedBy,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "When that claim ends; left out if nobody works on it")
        @Nullable Instant claimedUntil) {

  static WorkItemJson of(ReviewDesk.DeskCase one) {
    return of(one.item(), one.claim());
  }

  static WorkItemJson of(WorkItem item, Optional<CaseClaim> claim) {
    return new WorkItemJson(
        item.key().file().value(),
        item.key().requestId(),
        item.state(),
        item.draftSha256(),
        item.draftedAt(),
        item.expiresAt(),
        item.dueAt().orElse(null),
        claim.map(CaseClaim::account).orElse(null),
        claim.map(CaseClaim::until).orElse(null));
  }
}
