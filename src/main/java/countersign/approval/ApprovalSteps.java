package countersign.approval;

import countersign.redaction.Drafts;
import countersign.request.FileId;
import countersign.request.RequestKey;
import countersign.request.SliceId;
import countersign.statement.Reviewer;
import java.util.List;
import java.util.Optional;

/** Approvals, each method by the class that does this step. Stateless, thread-safe. */
final class ApprovalSteps implements Approvals {
  private final Drafting drafting;
  private final ApprovalService deciding;
  private final Cases cases;
  private final ApprovalExpiry expiry;
  private final Veto veto;
  private final VetoReversal lifting;

  ApprovalSteps(
      Drafting drafting,
      ApprovalService deciding,
      Cases cases,
      ApprovalExpiry expiry,
      Veto veto,
      VetoReversal lifting) {
    this.drafting = drafting;
    this.deciding = deciding;
    this.cases = cases;
    this.expiry = expiry;
    this.veto = veto;
    this.lifting = lifting;
  }

  @Override
  public SliceId draft(Drafts drafts) {
    return drafting.draft(drafts);
  }

  @Override
  public List<WorkItem> workList(Reviewer reviewer, WorkItem.Filter filter) {
    return cases.workList(reviewer, filter);
  }

  @Override
  public Optional<CaseFile> caseOf(RequestKey key) {
    return cases.of(key);
  }

  @Override
  public Optional<String> endorserOf(RequestKey key) {
    return cases.endorserOf(key);
  }

  @Override
  public ApprovalOutcome endorse(RequestKey key, Reviewer reviewer, Decision decision) {
    return deciding.approve(ApprovalStep.ENDORSE, key, reviewer, decision);
  }

  @Override
  public ApprovalOutcome countersign(RequestKey key, Reviewer reviewer, Decision decision) {
    return deciding.approve(ApprovalStep.COUNTERSIGN, key, reviewer, decision);
  }

  @Override
  public ApprovalOutcome deny(RequestKey key, Reviewer reviewer, Decision decision) {
    return deciding.deny(key, reviewer, decision);
  }

  @Override
  public ApprovalOutcome reconsider(RequestKey key, Reviewer counsel, String reason) {
    return lifting.reconsider(key, counsel, reason);
  }

  @Override
  public ApprovalOutcome lift(RequestKey key, Reviewer counsel, String reason) {
    return lifting.lift(key, counsel, reason);
  }

  @Override
  public Optional<ApprovalOutcome> attempted(RequestKey key, Reviewer reviewer, String step) {
    return veto.attempted(key, reviewer, step);
  }

  @Override
  public Optional<ApprovalOutcome> attempted(FileId file, Reviewer reviewer, String step) {
    return veto.attempted(file, reviewer, step);
  }

  @Override
  public int expire() {
    return expiry.expire();
  }
}
