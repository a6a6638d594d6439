package countersign.approval;

import countersign.redaction.Drafts;
import countersign.request.FileId;
import countersign.request.RequestKey;
import countersign.request.SliceId;
import java.util.List;
import java.util.Optional;

/**
 * Puts drafts before two different people and keeps their word: what both signed is what may leave.
 * The one door for the route, the console and the API. Stateless, thread-safe.
 *
 * @see <a href="../../../../../docs/rules.md">R9, R50-R53</a>
 */
public final class Approvals {
  private final Drafting drafting;
  private final ApprovalService deciding;
  private final Cases cases;
  private final ApprovalExpiry lapsing;
  private final Veto veto;
  private final VetoReversal lifting;

  Approvals(
      Drafting drafting,
      ApprovalService deciding,
      Cases cases,
      ApprovalExpiry lapsing,
      Veto veto,
      VetoReversal lifting) {
    this.drafting = drafting;
    this.deciding = deciding;
    this.cases = cases;
    this.lapsing = lapsing;
    this.veto = veto;
    this.lifting = lifting;
  }

  /**
   * The drafting step: COMMITS a slice's drafts, sealed, and queues them for the first reviewers;
   * what was drafted before changes nothing.
   */
  public SliceId draft(Drafts drafts) {
    return drafting.draft(drafts);
  }

  /** What waits for somebody with these roles, oldest first, at most 500. */
  public List<WorkItem> workList(Reviewer reviewer) {
    return cases.workList(reviewer);
  }

  /**
   * One request in full. The caller has made sure that whoever asks may see evidence.
   *
   * @return empty if there is no such request
   */
  public Optional<CaseFile> caseOf(RequestKey key) {
    return cases.of(key);
  }

  /** COMMITS the first approval of exactly the draft that was shown. */
  public ApprovalOutcome endorse(RequestKey key, Reviewer reviewer, Decision decision) {
    return deciding.approve(ApprovalStep.ENDORSE, key, reviewer, decision);
  }

  /** COMMITS the second approval, by another person, of exactly the draft that was shown. */
  public ApprovalOutcome countersign(RequestKey key, Reviewer reviewer, Decision decision) {
    return deciding.approve(ApprovalStep.COUNTERSIGN, key, reviewer, decision);
  }

  /** COMMITS a no, which is final: either reviewer's, or counsel's, which two counsel can lift. */
  public ApprovalOutcome refuse(RequestKey key, Reviewer reviewer, String reason) {
    return deciding.refuse(key, reviewer, reason);
  }

  /** COMMITS that the counsel who refused asks for the refusal to be lifted. */
  public ApprovalOutcome reconsider(RequestKey key, Reviewer counsel, String reason) {
    return lifting.reconsider(key, counsel, reason);
  }

  /** COMMITS that a second counsel lifts the refusal: two people must sign the draft anew. */
  public ApprovalOutcome lift(RequestKey key, Reviewer counsel, String reason) {
    return lifting.lift(key, counsel, reason);
  }

  /**
   * COMMITS that somebody tried to get past counsel's refusal of a request.
   *
   * @param step what they tried, one word
   * @return what to tell them; empty if counsel did not refuse it, or if they may not know
   */
  public Optional<ApprovalOutcome> attempted(RequestKey key, Reviewer reviewer, String step) {
    return veto.attempted(key, reviewer, step);
  }

  /** As {@link #attempted(RequestKey, Reviewer, String)}, of a file refused as a whole. */
  public Optional<ApprovalOutcome> attempted(FileId file, Reviewer reviewer, String step) {
    return veto.attempted(file, reviewer, step);
  }

  /**
   * Timer: takes back approvals that are too old, at most 500 requests a call.
   *
   * @return how many requests wait for a first reviewer again
   */
  public int lapse() {
    return lapsing.lapse();
  }
}
