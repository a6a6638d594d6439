package countersign.approval;

import countersign.authority.Enrolment.Enrolled;
import countersign.lifecycle.Change;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.request.Role;
import countersign.statement.JdbcRequestInContext;
import countersign.statement.RequestInContext;
import countersign.statement.Reviewer;
import java.time.Instant;
import java.util.Optional;

/** Decides who may approve or deny a locked request, by role, person, state and time. Stateless. */
final class ApprovalGuard {
  private final JdbcApprovals approvals;
  private final JdbcRequestInContext requests;
  private final ApprovalExpiry expiry;
  private final MinimumReviewTime floor;
  private final Veto veto;
  private final DecisionSigning signing;
  private final Independence independence;

  ApprovalGuard(
      JdbcApprovals approvals,
      JdbcRequestInContext requests,
      ApprovalExpiry expiry,
      MinimumReviewTime floor,
      Veto veto,
      DecisionSigning signing) {
    this.approvals = approvals;
    this.requests = requests;
    this.expiry = expiry;
    this.floor = floor;
    this.veto = veto;
    this.signing = signing;
    this.independence = signing.independence();
  }

  /** A locked request and its draft, if it has one. */
  record Case(RequestKey key, RequestState state, Optional<JdbcDrafts.StoredDraft> draft) {}

  /** Why an approval is not allowed; empty if it is allowed or was already given. */
  Optional<ApprovalOutcome> blocker(
      Change change, ApprovalStep step, Case locked, Reviewer reviewer) {
    return veto.attempted(change, locked.key(), locked.state(), reviewer, step.verb().storedName())
        .or(() -> ownBlocker(change, step, locked, reviewer));
  }

  private Optional<ApprovalOutcome> ownBlocker(
      Change change, ApprovalStep step, Case locked, Reviewer reviewer) {
    RequestKey key = locked.key();
    Optional<JdbcApprovals.StoredDecision> first =
        approvals.running(key, ApprovalStep.ENDORSE.name());
    Optional<ApprovalOutcome> wrongPerson = personBlocker(change, step, key, first, reviewer);
    if (wrongPerson.isPresent()) {
      return wrongPerson;
    }
    if (wasGiven(step, locked, reviewer)) {
      return Optional.empty();
    }
    if (locked.state() != step.from() || locked.draft().isEmpty()) {
      return Optional.of(new ApprovalOutcome.WrongState(key, locked.state()));
    }
    if (step == ApprovalStep.COUNTERSIGN
        && first.filter(row -> !row.hasExpired(change.now())).isEmpty()) {
      expiry.expire(change, key);
      return Optional.of(new ApprovalOutcome.Expired(key));
    }
    Instant since = first.map(row -> row.at()).orElse(locked.draft().get().draftedAt());
    return floor.blocker(key, since, reviewer, change.now());
  }

  private Optional<ApprovalOutcome> personBlocker(
      Change change,
      ApprovalStep step,
      RequestKey key,
      Optional<JdbcApprovals.StoredDecision> first,
      Reviewer reviewer) {
    if (!reviewer.may(step.role())) {
      return Optional.of(new ApprovalOutcome.WrongRole(key, step.role()));
    }
    if (reviewer.isExcluded() || hasOtherPart(change, key, reviewer)) {
      return Optional.of(
          new ApprovalOutcome.WrongPerson(
              key, reviewer.account(), Optional.empty(), Optional.empty()));
    }
    return step == ApprovalStep.COUNTERSIGN
        ? first
            .filter(row -> signing.isBySamePerson(row, reviewer, change.now()))
            .map(row -> samePerson(row, reviewer))
        : Optional.empty();
  }

  private static ApprovalOutcome samePerson(JdbcApprovals.StoredDecision first, Reviewer reviewer) {
    return new ApprovalOutcome.WrongPerson(
        first.key(),
        reviewer.account(),
        Optional.of(first.at()),
        Optional.ofNullable(first.expiresAt()));
  }

  /** Why a denial is not allowed; empty if it is allowed. */
  Optional<ApprovalOutcome> denialBlocker(RequestKey key, Reviewer reviewer) {
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

  private boolean hasOtherPart(Change change, RequestKey key, Reviewer reviewer) {
    Optional<RequestInContext> asked = requests.find(key);
    Optional<Enrolled> who = signing.enrolled(reviewer, change.now());
    return asked.filter(found -> found.isAskedBy(reviewer.account())).isPresent()
        || (who.isPresent()
            && asked.filter(found -> independence.hasOtherPart(who.get(), found)).isPresent());
  }
}
