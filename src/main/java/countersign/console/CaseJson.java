package countersign.console;

import com.fasterxml.jackson.annotation.JsonRawValue;
import countersign.approval.Approval;
import countersign.approval.CaseFile;
import countersign.operations.RequestStatus;
import countersign.profile.RequestJson;
import countersign.request.ReasonCode;
import countersign.request.RequestState;
import countersign.request.Tier;
import countersign.statement.RequestInContext;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request with all its details in the API, for roles that may see evidence. */
@Schema(name = "Case", description = "For reviewers, counsel and the privacy officer only")
record CaseJson(
    String fileId,
    String requestId,
    RequestState state,
    @Schema(description = "The request, the requester and the legal authority") AskedJson asked,
    @Schema(
            description =
                "Codes that the rules gave before the look-up; empty: the request passed every rule")
        List<Verdict> verdicts,
    @Schema(description = "How it was matched; never sent to the requester", type = "object")
        @JsonRawValue
        @Nullable String evidence,
    @Schema(description = "Internal reason why nothing can be disclosed; left out otherwise")
        @Nullable String innerCode,
    @Schema(description = "Base64 of the bytes that would be sent, without the line feed")
        @Nullable String draft,
    @Schema(description = "SHA-256 of these bytes, hexadecimal: what reviewers approve")
        @Nullable String draftSha256,
    @Nullable Instant draftedAt,
    @Schema(description = "When the current approval expires") @Nullable Instant lapsesAt,
    @Schema(description = "Every decision; the oldest is first") List<ApprovalJson> approvals) {

  /** The request, the requester and the legal authority. */
  @Schema(name = "Asked")
  record AskedJson(
      String agency,
      String agreement,
      @Schema(description = "Register id of the requesting official") @Nullable String requester,
      Instant receivedAt,
      @Schema(description = "Version and hash of the rules that judged it")
          @Nullable String ruleSet,
      @Schema(description = "The request as the partner wrote it", type = "object") @JsonRawValue
          String request) {}

  /** A code that the rules gave. */
  @Schema(name = "Verdict")
  record Verdict(ReasonCode code, Tier tier, String sentence) {
    static Verdict of(ReasonCode code) {
      return new Verdict(code, code.tier(), code.sentence());
    }
  }

  /** A person's decision. */
  @Schema(name = "Approval")
  record ApprovalJson(
      @Schema(description = "ENDORSE, COUNTERSIGN, DECLINE, RECONSIDER or LIFT") String step,
      String account,
      String draftSha256,
      @Nullable String code,
      String reason,
      Instant at,
      @Nullable Instant lapsesAt,
      @Schema(description = "PASSWORD or PASSKEY: the kind of the key that signed it")
          @Nullable String signedWith,
      @Schema(
              description =
                  "No longer valid: it expired, the draft changed or a denial by counsel was lifted")
          boolean isVoid) {}

  /** The part of a request that submitters, operators and auditors see. */
  @Schema(name = "RequestStatus", description = "For submitters, operators and auditors")
  record Status(
      String fileId,
      String requestId,
      @Schema(description = "REFUSED, HELD, TAKEN or ANSWERED") String state,
      @Schema(description = "Codes that the rules gave before any look-up") List<String> codes) {

    static Status of(RequestStatus status) {
      return new Status(
          status.key().file().value(),
          status.key().requestId(),
          status.state().name(),
          status.codes());
    }
  }

  static CaseJson of(CaseFile file) {
    CaseFile.Shown draft = file.draft();
    return new CaseJson(
        file.key().file().value(),
        file.key().requestId(),
        file.state(),
        asked(file.asked()),
        file.asked().codes().stream().map(Verdict::of).toList(),
        file.evidence(),
        file.internalReason(),
        draft == null ? null : Base64.getEncoder().encodeToString(draft.item()),
        draft == null ? null : draft.sha256(),
        draft == null ? null : draft.draftedAt(),
        file.expiresAt().orElse(null),
        file.approvals().stream().map(CaseJson::approval).toList());
  }

  private static AskedJson asked(RequestInContext asked) {
    return new AskedJson(
        asked.agency(),
        asked.agreement(),
        asked.requester(),
        asked.receivedAt(),
        asked.ruleSet(),
        new String(RequestJson.write(asked.request()), StandardCharsets.UTF_8));
  }

  private static ApprovalJson approval(Approval word) {
    return new ApprovalJson(
        word.step(),
        word.account(),
        word.draftSha256(),
        word.code(),
        word.reason(),
        word.at(),
        word.expiresAt(),
        word.signedWith() == null ? null : word.signedWith().name(),
        word.isVoid());
  }
}
