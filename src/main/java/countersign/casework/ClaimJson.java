package countersign.casework;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The bodies of calls about claims and kept reasons. */
final class ClaimJson {
  private ClaimJson() {}

  /** A claim on a case. */
  @Schema(name = "Claim")
  record Held(
      String fileId,
      String requestId,
      @Schema(description = "Account that holds it") String claimedBy,
      @Schema(description = "When it ends, unless work on the case extends it")
          Instant claimedUntil) {}

  /** A call that needs no content. */
  @Schema(name = "Nothing", description = "An empty object")
  record Nothing() {}

  /** The end of a claim. */
  @Schema(name = "Unclaimed")
  record Ended(
      String fileId,
      String requestId,
      @Schema(description = "false: the caller held no claim") boolean ended) {}

  /** A text about a case that is not decided yet. */
  @Schema(name = "KeptReason", description = "Only its author reads it. It goes with the decision")
  record Kept(
      @Schema(
              description = "ENDORSE, COUNTERSIGN, DENY or LIFT",
              requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String purpose,
      @Schema(
              description = "At most 2,000 characters; an empty text removes it",
              requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String text) {}
}
