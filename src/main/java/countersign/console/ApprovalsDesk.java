package countersign.console;

import countersign.approval.ApprovalOutcome;
import countersign.approval.Approvals;
import countersign.approval.CaseFile;
import countersign.approval.Decision;
import countersign.approval.Reviewer;
import countersign.approval.WorkItem;
import countersign.request.FileId;
import countersign.request.RequestKey;
import java.util.List;
import java.util.Optional;

/** {@link Desk} by {@link Approvals}. Stateless. */
final class ApprovalsDesk implements Desk {
  private final Approvals approvals;

  ApprovalsDesk(Approvals approvals) {
    this.approvals = approvals;
  }

  @Override
  public List<WorkItem> workList(Reviewer reviewer) {
    return approvals.workList(reviewer);
  }

  @Override
  public Optional<CaseFile> caseOf(RequestKey key) {
    return approvals.caseOf(key);
  }

  @Override
  public ApprovalOutcome endorse(RequestKey key, Reviewer reviewer, Decision decision) {
    return approvals.endorse(key, reviewer, decision);
  }

  @Override
  public ApprovalOutcome countersign(RequestKey key, Reviewer reviewer, Decision decision) {
    return approvals.countersign(key, reviewer, decision);
  }

  @Override
  public ApprovalOutcome refuse(RequestKey key, Reviewer reviewer, String reason) {
    return approvals.refuse(key, reviewer, reason);
  }

  @Override
  public ApprovalOutcome reconsider(RequestKey key, Reviewer counsel, String reason) {
    return approvals.reconsider(key, counsel, reason);
  }

  @Override
  public ApprovalOutcome lift(RequestKey key, Reviewer counsel, String reason) {
    return approvals.lift(key, counsel, reason);
  }

  @Override
  public Optional<ApprovalOutcome> attempted(RequestKey key, Reviewer reviewer, String step) {
    return approvals.attempted(key, reviewer, step);
  }

  @Override
  public Optional<ApprovalOutcome> attempted(FileId file, Reviewer reviewer, String step) {
    return approvals.attempted(file, reviewer, step);
  }
}
