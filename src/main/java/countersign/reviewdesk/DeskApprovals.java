package countersign.reviewdesk;

import countersign.approval.ApprovalOutcome;
import countersign.approval.ApprovalStep;
import countersign.approval.Approvals;
import countersign.approval.CaseFile;
import countersign.approval.ClaimedByOther;
import countersign.approval.Decision;
import countersign.approval.SamePair;
import countersign.approval.WorkItem;
import countersign.redaction.Draft;
import countersign.redaction.Drafts;
import countersign.request.FileId;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.request.Role;
import countersign.request.SliceId;
import countersign.statement.Reviewer;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Approvals as people use them: nobody decides a case that another person claimed, the rotation of
 * pairs is kept, and control cases are answered like requests. Counsel's denial needs no claim.
 * Stateless, thread-safe.
 */
final class DeskApprovals implements Approvals {
  private static final Comparator<WorkItem> FIRST_DUE =
      Comparator.comparing((WorkItem item) -> item.dueAt().orElse(Instant.MAX))
          .thenComparing(WorkItem::draftedAt)
          .thenComparing(item -> item.key().toString());

  private final Approvals requests;
  private final DeskClaims claims;
  private final PairRotation pairs;
  private final ControlCases controls;
  private final ControlDecisions controlDecisions;
  private final ControlSeeding seeding;

  DeskApprovals(
      Approvals requests,
      DeskClaims claims,
      PairRotation pairs,
      ControlCases controls,
      ControlDecisions controlDecisions,
      ControlSeeding seeding) {
    this.requests = requests;
    this.claims = claims;
    this.pairs = pairs;
    this.controls = controls;
    this.controlDecisions = controlDecisions;
    this.seeding = seeding;
  }

  @Override
  public SliceId draft(Drafts drafts) {
    SliceId slice = requests.draft(drafts);
    seeding.seed(drafts.drafts().stream().map(Draft::key).toList());
    return slice;
  }

  @Override
  public List<WorkItem> workList(Reviewer reviewer, WorkItem.Filter filter) {
    pairs.recordVisit(reviewer);
    Map<String, PairRotation.Verdict> verdicts = new HashMap<>();
    return Stream.concat(
            requests.workList(reviewer, filter).stream(),
            controls.waiting(reviewer).stream().filter(filter::shows))
        .filter(item -> !isBlocked(item, reviewer, verdicts))
        .sorted(FIRST_DUE)
        .toList();
  }

  private boolean isBlocked(
      WorkItem item, Reviewer reviewer, Map<String, PairRotation.Verdict> verdicts) {
    String endorser = item.endorser();
    if (item.state() != RequestState.ENDORSED || endorser == null || reviewer.may(Role.COUNSEL)) {
      return false;
    }
    PairRotation.Verdict verdict =
        verdicts.computeIfAbsent(endorser, by -> pairs.of(by, reviewer.account()));
    return verdict == PairRotation.Verdict.BLOCKED;
  }

  @Override
  public Optional<CaseFile> caseOf(RequestKey key) {
    return requests.caseOf(key).or(() -> controls.caseOf(key));
  }

  @Override
  public Optional<CaseFile> caseOf(RequestKey key, Reviewer reader) {
    Optional<CaseFile> found = requests.caseOf(key);
    if (found.isPresent() || !ControlCases.isFor(reader)) {
      return found;
    }
    Optional<CaseFile> control = controls.caseOf(key);
    control.ifPresent(one -> controls.opened(key, reader));
    return control;
  }

  @Override
  public ApprovalOutcome endorse(RequestKey key, Reviewer reviewer, Decision decision) {
    return claimed(
        key,
        reviewer,
        () ->
            isControl(key, reviewer)
                ? controlDecisions.approve(ApprovalStep.ENDORSE, key, reviewer, decision)
                : requests.endorse(key, reviewer, decision));
  }

  @Override
  public ApprovalOutcome countersign(RequestKey key, Reviewer reviewer, Decision decision) {
    pairs.recordVisit(reviewer);
    String endorser = endorserOf(key).orElse(null);
    PairRotation.Verdict verdict =
        endorser == null ? PairRotation.Verdict.FREE : pairs.of(key, endorser, reviewer.account());
    return claimed(
        key,
        reviewer,
        () -> {
          if (verdict == PairRotation.Verdict.BLOCKED) {
            return new SamePair(key, Objects.requireNonNull(endorser), pairs.most());
          }
          ApprovalOutcome outcome =
              isControl(key, reviewer)
                  ? controlDecisions.approve(ApprovalStep.COUNTERSIGN, key, reviewer, decision)
                  : requests.countersign(key, reviewer, decision);
          if (endorser != null
              && outcome instanceof ApprovalOutcome.Done done
              && done.state() == RequestState.COUNTERSIGNED) {
            pairs.signed(key, endorser, reviewer, verdict);
          }
          return outcome;
        });
  }

  @Override
  public Optional<String> endorserOf(RequestKey key) {
    return requests.endorserOf(key).or(() -> controls.endorserOf(key));
  }

  @Override
  public ApprovalOutcome deny(RequestKey key, Reviewer reviewer, Decision decision) {
    if (reviewer.may(Role.COUNSEL)) {
      ApprovalOutcome outcome = requests.deny(key, reviewer, decision);
      claims.decided(key, reviewer, outcome);
      return outcome;
    }
    return claimed(
        key,
        reviewer,
        () ->
            isControl(key, reviewer)
                ? controlDecisions.deny(key, reviewer, decision)
                : requests.deny(key, reviewer, decision));
  }

  /** Runs a decision while this person holds the claim, which ends if the decision counts. */
  private ApprovalOutcome claimed(
      RequestKey key, Reviewer reviewer, Supplier<ApprovalOutcome> decision) {
    DeskClaims.Begun begun = claims.begin(key, reviewer);
    CaseClaim other = begun.other();
    if (other != null) {
      return new ClaimedByOther(key, other.account(), other.until());
    }
    ApprovalOutcome outcome = null;
    try {
      outcome = decision.get();
      return outcome;
    } finally {
      claims.end(begun, outcome);
    }
  }

  private boolean isControl(RequestKey key, Reviewer reviewer) {
    return ControlCases.isFor(reviewer) && controls.find(key).isPresent();
  }

  @Override
  public ApprovalOutcome reconsider(RequestKey key, Reviewer counsel, String reason) {
    ApprovalOutcome outcome = requests.reconsider(key, counsel, reason);
    claims.decided(key, counsel, outcome);
    return outcome;
  }

  @Override
  public ApprovalOutcome lift(RequestKey key, Reviewer counsel, String reason) {
    ApprovalOutcome outcome = requests.lift(key, counsel, reason);
    claims.decided(key, counsel, outcome);
    return outcome;
  }

  @Override
  public Optional<ApprovalOutcome> attempted(RequestKey key, Reviewer reviewer, String step) {
    return requests.attempted(key, reviewer, step);
  }

  @Override
  public Optional<ApprovalOutcome> attempted(FileId file, Reviewer reviewer, String step) {
    return requests.attempted(file, reviewer, step);
  }

  @Override
  public int expire() {
    return requests.expire();
  }
}
