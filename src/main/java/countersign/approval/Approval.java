package countersign.approval;

import countersign.authority.Enrolment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One stored decision of one person about a request.
 *
 * @param step ENDORSE, COUNTERSIGN, DECLINE, RECONSIDER or LIFT
 * @param account the account of the person who decided
 * @param draftSha256 SHA-256 of the draft that was decided on, hexadecimal
 * @param code the reason code of a denial; null for any other step
 * @param reason the reason as the person wrote it
 * @param at the time of the decision
 * @param expiresAt the time from which it no longer counts; null if it does not expire
 * @param signed the statement with its signature; null if it has none
 * @param isVoid whether it no longer counts, because it expired, its draft changed, or counsel's
 *     denial was lifted after it
 */
public record Approval(
    String step,
    String account,
    String draftSha256,
    @Nullable String code,
    String reason,
    Instant at,
    @Nullable Instant expiresAt,
    @Nullable Signature signed,
    boolean isVoid) {
  /** A signed statement, as it is stored. */
  public record Signature(byte[] statement, byte[] signature, String keyId) {}

  /** The kind of the key that signed it; null if it has no signature. */
  public Enrolment.@Nullable Kind signedWith() {
    return signed == null ? null : Enrolment.Kind.ofSignature(signed.signature());
  }

  /** Contains only the step and the account. */
  @Override
  public String toString() {
    return step + " by " + account;
  }
}
