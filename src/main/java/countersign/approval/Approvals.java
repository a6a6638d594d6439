package countersign.approval;

import countersign.redaction.Drafts;
import countersign.request.FileId;
import countersign.request.RequestKey;
import countersign.request.SliceId;
import countersign.statement.Reviewer;
import java.util.List;
import java.util.Optional;

/**
 * Two-person approval of drafts: only bytes that two different people approved may be released. The
 * routes, the console and the API all use this class. Stateless, thread-safe.
 *
 * @see <a href="../../../../../docs/rules.md">R9, R50-R53</a>
 */
public interface Approvals {

  /**
   * The drafting step: COMMITS the sealed drafts of a slice and queues them for the first
   * reviewers. Changes nothing for a slice that was drafted before.
   */
  SliceId draft(Drafts drafts);

  /** The cases that wait for a person with these roles, the earliest due first, at most 500. */
  default List<WorkItem> workList(Reviewer reviewer) {
    return workList(reviewer, WorkItem.Filter.ALL);
  }

  /** Those of these cases that the filter shows, the earliest due first, at most 500 of them. */
  List<WorkItem> workList(Reviewer reviewer, WorkItem.Filter filter);

  /**
   * One request in full. The caller must check that the reader may see evidence.
   *
   * @return empty if there is no such request
   */
  Optional<CaseFile> caseOf(RequestKey key);

  /**
   * The same for one reader, who may see fewer cases.
   *
   * @return empty if there is no such request for this reader
   */
  default Optional<CaseFile> caseOf(RequestKey key, Reviewer reader) {
    return caseOf(key);
  }

  /** The account behind the first approval that counts; empty if there is none. */
  Optional<String> endorserOf(RequestKey key);

  /** COMMITS the first approval of the draft that the reviewer saw. */
  ApprovalOutcome endorse(RequestKey key, Reviewer reviewer, Decision decision);

  /** COMMITS the second approval, by another person, of the draft that the reviewer saw. */
  ApprovalOutcome countersign(RequestKey key, Reviewer reviewer, Decision decision);

  /**
   * COMMITS a denial. A reviewer's denial is final; counsel's denial can be lifted by two counsel.
   *
   * @param decision the reason, and the answers to the questions of 6103(i)(6) as far as the person
   *     gave them; the draft's hash is not compared
   */
  ApprovalOutcome deny(RequestKey key, Reviewer reviewer, Decision decision);

  /** The same without answers. */
  default ApprovalOutcome deny(RequestKey key, Reviewer reviewer, String reason) {
    return deny(key, reviewer, new Decision("", reason, null, null));
  }

  /** COMMITS that the counsel who denied a request asks for the denial to be lifted. */
  ApprovalOutcome reconsider(RequestKey key, Reviewer counsel, String reason);

  /**
   * COMMITS that a second counsel lifts the denial; two people must then approve the draft again.
   */
  ApprovalOutcome lift(RequestKey key, Reviewer counsel, String reason);

  /**
   * COMMITS that a person tried to get past counsel's denial of a request.
   *
   * @param step the step that was attempted, as one word
   * @return the outcome for the reviewer; empty if counsel did not deny the request, or if the
   *     reviewer may not know about it
   */
  Optional<ApprovalOutcome> attempted(RequestKey key, Reviewer reviewer, String step);

  /** Like {@link #attempted(RequestKey, Reviewer, String)}, for a file denied as a whole. */
  Optional<ApprovalOutcome> attempted(FileId file, Reviewer reviewer, String step);

  /**
   * Timer: voids expired approvals, for at most 500 requests per call.
   *
   * @return the number of requests that wait for a first reviewer again
   */
  int expire();
}
