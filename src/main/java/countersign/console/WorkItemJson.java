package countersign.console;

import countersign.approval.WorkItem;
import countersign.request.RequestState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A waiting case in the API. */
@Schema(name = "WorkItem", description = "A case that waits for the caller's role")
record WorkItemJson(
    String fileId,
    String requestId,
    RequestState state,
    @Schema(description = "SHA-256 of the draft's bytes, hexadecimal") String draftSha256,
    @Schema(description = "Waiting since") Instant draftedAt,
    @Schema(description = "When its endorsement expires; null if it has none")
        @Nullable Instant lapsesAt) {

  static WorkItemJson of(WorkItem item) {
    return new WorkItemJson(
        item.key().file().value(),
        item.key().requestId(),
        item.state(),
        item.draftSha256(),
        item.draftedAt(),
        item.expiresAt());
  }
}
