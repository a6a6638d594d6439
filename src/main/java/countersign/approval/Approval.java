package countersign.approval;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One reviewer's word, as it is kept.
 *
 * @param step ENDORSE, COUNTERSIGN, DECLINE, RECONSIDER or LIFT
 * @param account whose
 * @param draftSha256 the draft it is about, hexadecimal
 * @param code why it declines; null if it does not
 * @param reason in their own words
 * @param at when
 * @param lapsesAt from when on it counts no more; null for what does not lapse
 * @param isVoid whether it lapsed, its draft changed, or counsel's refusal was lifted after it
 */
public record Approval(
    String step,
    String account,
    String draftSha256,
    @Nullable String code,
    String reason,
    Instant at,
    @Nullable Instant lapsesAt,
    boolean isVoid) {
  /** Names the step and who took it only. */
  @Override
  public String toString() {
    return step + " by " + account;
  }
}
