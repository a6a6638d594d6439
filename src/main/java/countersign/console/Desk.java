package countersign.console;

import countersign.approval.ApprovalOutcome;
import countersign.approval.CaseFile;
import countersign.approval.Decision;
import countersign.approval.Reviewer;
import countersign.approval.WorkItem;
import countersign.request.FileId;
import countersign.request.RequestKey;
import java.util.List;
import java.util.Optional;

/** What reviewers and counsel do with cases, as pages and API need it. */
interface Desk {

  /** What waits for somebody with these roles, oldest first. */
  List<WorkItem> workList(Reviewer reviewer);

  /** One request in full, for those who may see evidence. */
  Optional<CaseFile> caseOf(RequestKey key);

  /** The first approval of exactly the draft that was shown. */
  ApprovalOutcome endorse(RequestKey key, Reviewer reviewer, Decision decision);

  /** The second approval, by another person, of exactly the draft that was shown. */
  ApprovalOutcome countersign(RequestKey key, Reviewer reviewer, Decision decision);

  /** A no, which is final; counsel's only two counsel can lift. */
  ApprovalOutcome refuse(RequestKey key, Reviewer reviewer, String reason);

  /** The counsel who refused asks for the refusal to be lifted. */
  ApprovalOutcome reconsider(RequestKey key, Reviewer counsel, String reason);

  /** A second counsel lifts the refusal. */
  ApprovalOutcome lift(RequestKey key, Reviewer counsel, String reason);

  /**
   * Records that somebody tried to get past counsel's refusal, if there is one.
   *
   * @return what to tell them; empty if there is none, or if they may not know
   */
  Optional<ApprovalOutcome> attempted(RequestKey key, Reviewer reviewer, String step);

  /** The same for a file that counsel refused as a whole. */
  Optional<ApprovalOutcome> attempted(FileId file, Reviewer reviewer, String step);
}
