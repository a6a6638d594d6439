package countersign.approval;

import org.jspecify.annotations.Nullable;

/**
 * What a reviewer says to a draft.
 *
 * @param draftSha256 SHA-256 of the draft they saw, hexadecimal
 * @param reason why, in their own words
 * @param identifiesInformant whether the disclosure would identify a confidential informant; null:
 *     not answered
 * @param impairsInvestigation whether it would seriously impair a tax investigation; null: not
 *     answered
 * @see <a href="https://www.law.cornell.edu/uscode/text/26/6103">26 U.S.C. 6103(i)(6)</a>
 */
public record Decision(
    String draftSha256,
    String reason,
    @Nullable Boolean identifiesInformant,
    @Nullable Boolean impairsInvestigation) {

  boolean isAnswered() {
    return identifiesInformant != null && impairsInvestigation != null;
  }

  boolean isImpaired() {
    return Boolean.TRUE.equals(identifiesInformant) || Boolean.TRUE.equals(impairsInvestigation);
  }

  /** Names the draft only: people write names into reasons. */
  @Override
  public String toString() {
    return draftSha256;
  }
}
