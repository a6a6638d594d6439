package countersign.approval;

import countersign.statement.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A reviewer's decision about a draft.
 *
 * @param draftSha256 SHA-256 of the draft that the reviewer saw, hexadecimal
 * @param reason the reason as the reviewer wrote it
 * @param identifiesInformant whether the disclosure would identify a confidential informant; null
 *     if not answered
 * @param impairsInvestigation whether the disclosure would seriously impair a tax investigation;
 *     null if not answered
 * @see <a href="https://www.law.cornell.edu/uscode/text/26/6103">26 U.S.C. 6103(i)(6)</a>
 */
public record Decision(
    String draftSha256,
    String reason,
    @Nullable Boolean identifiesInformant,
    @Nullable Boolean impairsInvestigation) {

  /** Whether both questions are answered. */
  public boolean isAnswered() {
    return identifiesInformant != null && impairsInvestigation != null;
  }

  /** Whether one of the answers is yes, so that the request must be denied. */
  public boolean isImpaired() {
    return Boolean.TRUE.equals(identifiesInformant) || Boolean.TRUE.equals(impairsInvestigation);
  }

  /**
   * Whether this is the stored decision again. A denial need not name the draft.
   *
   * @param storedDraft SHA-256 of the draft that was decided, hexadecimal
   */
  public boolean repeats(String storedDraft, Statement.Answers answers, String storedReason) {
    String draft = draftSha256.strip();
    return (draft.isEmpty() || draft.equalsIgnoreCase(storedDraft))
        && new Statement.Answers(identifiesInformant, impairsInvestigation).equals(answers)
        && reason.strip().equals(storedReason);
  }

  /** Contains only the draft's hash, because people write names into reasons. */
  @Override
  public String toString() {
    return draftSha256;
  }
}
