package countersign.approval;

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
    boolean isVoid) {
  /** Contains only the step and the account. */
  @Override
  public String toString() {
    return step + " by " + account;
  }
}
