package countersign.console;

import countersign.approval.Decision;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A reviewer's decision in a call. */
@Schema(name = "Decision")
record DecisionJson(
    @Schema(
            description = "SHA-256 of the draft that the reviewer read",
            requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable String draftSha256,
    @Schema(
            description = "Reason in your own words, at most 2,000 characters",
            requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable String reason,
    @Schema(
            description =
                "6103(i)(6): would it identify a confidential informant? true denies the request",
            requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable Boolean identifiesInformant,
    @Schema(
            description =
                "6103(i)(6): would it seriously impair a tax investigation? true denies the request",
            requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable Boolean impairsInvestigation) {

  Decision decision() {
    return new Decision(
        draftSha256 == null ? "" : draftSha256,
        reason == null ? "" : reason,
        identifiesInformant,
        impairsInvestigation);
  }

  /** A call that contains only a reason. */
  @Schema(name = "Reason")
  record Reason(
      @Schema(
              description = "Reason in your own words, at most 2,000 characters",
              requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String reason) {
    String given() {
      return reason == null ? "" : reason;
    }
  }

  /** The state of a request after a decision. */
  @Schema(name = "Decided")
  record Decided(String fileId, String requestId, String state) {}
}
