package countersign.approval;

import countersign.lifecycle.Change;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.request.Role;
import java.time.Instant;
import java.util.Optional;

/** Who may say what to a request that stands locked: role, person, state, time. Stateless. */
final class ApprovalGuard {
  private final JdbcApprovals approvals;
  private final JdbcRequestInContext asked;
  private final ApprovalExpiry lapsing;
  private final MinimumReviewTime floor;
  private final Veto veto;

  ApprovalGuard(
      JdbcApprovals approvals,
      JdbcRequestInContext asked,
      ApprovalExpiry lapsing,
      MinimumReviewTime floor,
      Veto veto) {
    this.approvals = approvals;
    this.asked = asked;
    this.lapsing = lapsing;
    this.floor = floor;
    this.veto = veto;
  }

  /** A locked request and its draft, if it has one. */
  record Case(RequestKey key, RequestState state, Optional<JdbcDrafts.Row> draft) {}

  /** What is in the way of an approval; empty if nothing is, or if it was given already. */
  Optional<ApprovalOutcome> obstacle(
      Change change, ApprovalStep step, Case locked, Reviewer reviewer) {
    return veto.attempted(change, locked.key(), locked.state(), reviewer, step.verb().word())
        .or(() -> ownObstacle(change, step, locked, reviewer));
  }

  private Optional<ApprovalOutcome> ownObstacle(
      Change change, ApprovalStep step, Case locked, Reviewer reviewer) {
    RequestKey key = locked.key();
    if (!reviewer.may(step.role())) {
      return Optional.of(new ApprovalOutcome.WrongRole(key, step.role()));
    }
    if (reviewer.isExcluded() || isAskedBy(key, reviewer)) {
      return Optional.of(
          new ApprovalOutcome.WrongPerson(
              key, reviewer.account(), Optional.empty(), Optional.empty()));
    }
    Optional<JdbcApprovals.Row> first = approvals.running(key, ApprovalStep.ENDORSE.name());
    if (step == ApprovalStep.COUNTERSIGN && first.filter(row -> row.isBy(reviewer)).isPresent()) {
      return first.map(row -> samePerson(row, reviewer));
    }
    if (wasGiven(step, locked, reviewer)) {
      return Optional.empty();
    }
    if (locked.state() != step.from() || locked.draft().isEmpty()) {
      return Optional.of(new ApprovalOutcome.WrongState(key, locked.state()));
    }
    if (step == ApprovalStep.COUNTERSIGN
        && first.filter(row -> !row.hasLapsed(change.now())).isEmpty()) {
      lapsing.lapse(change, key);
      return Optional.of(new ApprovalOutcome.Lapsed(key));
    }
    Instant since = first.map(JdbcApprovals.Row::at).orElse(locked.draft().get().draftedAt());
    return floor.obstacle(key, since, reviewer, change.now());
  }

  private static ApprovalOutcome samePerson(JdbcApprovals.Row first, Reviewer reviewer) {
    return new ApprovalOutcome.WrongPerson(
        first.key(),
        reviewer.account(),
        Optional.of(first.at()),
        Optional.ofNullable(first.lapsesAt()));
  }

  /** What is in the way of a refusal. */
  Optional<ApprovalOutcome> obstacleToRefusal(RequestKey key, Reviewer reviewer) {
    boolean may =
        reviewer.may(Role.COUNSEL)
            || reviewer.may(Role.FIRST_REVIEWER)
            || reviewer.may(Role.COUNTERSIGNER);
    return may
        ? Optional.empty()
        : Optional.of(new ApprovalOutcome.WrongRole(key, Role.FIRST_REVIEWER));
  }

  private boolean wasGiven(ApprovalStep step, Case locked, Reviewer reviewer) {
    return locked.state() == step.to()
        && locked.draft().isPresent()
        && approvals
            .running(locked.key(), step.name())
            .filter(row -> row.isBy(reviewer))
            .isPresent();
  }

  private boolean isAskedBy(RequestKey key, Reviewer reviewer) {
    return asked.find(key).filter(found -> found.isAskedBy(reviewer.account())).isPresent();
  }
}
