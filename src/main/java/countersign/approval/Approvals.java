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
public interface Approvals {

  /**
   * The drafting step: COMMITS a slice's drafts, sealed, and queues them for the first reviewers;
   * what was drafted before changes nothing.
   */
  SliceId draft(Drafts drafts);

  /** What waits for somebody with these roles, oldest first, at most 500. */
  List<WorkItem> workList(Reviewer reviewer);

  /**
   * One request in full. The caller has made sure that whoever asks may see evidence.
   *
   * @return empty if there is no such request
   */
  Optional<CaseFile> caseOf(RequestKey key);

  /** COMMITS the first approval of exactly the draft that was shown. */
  ApprovalOutcome endorse(RequestKey key, Reviewer reviewer, Decision decision);

  /** COMMITS the second approval, by another person, of exactly the draft that was shown. */
  ApprovalOutcome countersign(RequestKey key, Reviewer reviewer, Decision decision);

  /** COMMITS a no, which is final: either reviewer's, or counsel's, which two counsel can lift. */
  ApprovalOutcome refuse(RequestKey key, Reviewer reviewer, String reason);

  /** COMMITS that the counsel who refused asks for the refusal to be lifted. */
  ApprovalOutcome reconsider(RequestKey key, Reviewer counsel, String reason);

  /** COMMITS that a second counsel lifts the refusal: two people must sign the draft anew. */
  ApprovalOutcome lift(RequestKey key, Reviewer counsel, String reason);

  /**
   * COMMITS that somebody tried to get past counsel's refusal of a request.
   *
   * @param step what they tried, one word
   * @return what to tell them; empty if counsel did not refuse it, or if they may not know
   */
  Optional<ApprovalOutcome> attempted(RequestKey key, Reviewer reviewer, String step);

  /** As {@link #attempted(RequestKey, Reviewer, String)}, of a file refused as a whole. */
  Optional<ApprovalOutcome> attempted(FileId file, Reviewer reviewer, String step);

  /**
   * Timer: takes back approvals that are too old, at most 500 requests a call.
   *
   * @return how many requests wait for a first reviewer again
   */
  int lapse();
}
