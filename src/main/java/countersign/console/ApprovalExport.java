package countersign.console;

import countersign.approval.Approval;
import countersign.authority.SignedRegister;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * The signed decisions on one request with the register that makes them count, for {@code
 * countersign verify-approval} on a machine without a gateway.
 */
@Schema(
    name = "ApprovalExport",
    description = "Signed decisions and the enrolment register; contains no data about a taxpayer")
record ApprovalExport(
    @Schema(description = "Signed decisions, the oldest first") List<SignedDecision> decisions,
    @Schema(description = "Text of the enrolment register in force") String register,
    @Schema(description = "The two detached OpenPGP signatures of the register, armoured")
        List<String> registerSignatures) {
  ApprovalExport {
    decisions = List.copyOf(decisions);
    registerSignatures = List.copyOf(registerSignatures);
  }

  /** A decision that a person signed. */
  @Schema(name = "SignedDecision")
  record SignedDecision(
      @Schema(description = "Canonical JSON (RFC 8785) that was signed") String statement,
      @Schema(description = "Ed25519 signature, or canonical JSON of a passkey's assertion; base64")
          String signature,
      @Schema(description = "Id of the key in the register") String key,
      @Schema(description = "Whether the gateway counts it no longer") boolean isVoid) {}

  static ApprovalExport of(List<Approval> approvals, SignedRegister register) {
    return new ApprovalExport(
        approvals.stream()
            .filter(one -> one.signed() != null)
            .map(ApprovalExport::decision)
            .toList(),
        register.document(),
        register.signatures());
  }

  private static SignedDecision decision(Approval approval) {
    Approval.Signature signed = java.util.Objects.requireNonNull(approval.signed());
    return new SignedDecision(
        new String(signed.statement(), StandardCharsets.UTF_8),
        Base64.getEncoder().encodeToString(signed.signature()),
        signed.keyId(),
        approval.isVoid());
  }
}
