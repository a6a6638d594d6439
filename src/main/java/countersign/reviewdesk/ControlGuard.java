package countersign.reviewdesk;

import countersign.approval.ApprovalOutcome;
import countersign.approval.ApprovalStep;
import countersign.approval.Independence;
import countersign.approval.MinimumReviewTime;
import countersign.approval.NotEnrolled;
import countersign.authority.Agreement;
import countersign.authority.Enrolment;
import countersign.authority.Enrolment.Enrolled;
import countersign.lifecycle.Change;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.request.Role;
import countersign.request.Verb;
import countersign.statement.Reviewer;
import countersign.statement.StatementContext;
import countersign.statement.StatementSigner;
import countersign.stops.Stops;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Why a decision about a control case is refused: for the same causes and in the same order as one
 * about a request. Stateless.
 */
final class ControlGuard {
  /** Roles that decide control cases. */
  static final Set<Role> REVIEWING = Set.of(Role.FIRST_REVIEWER, Role.COUNTERSIGNER);

  private final StatementContext context;
  private final ControlContents contents;
  private final MinimumReviewTime floor;
  private final Stops stops;
  private final Independence independence;

  ControlGuard(
      StatementContext context, ControlContents contents, MinimumReviewTime floor, Stops stops) {
    this.context = context;
    this.contents = contents;
    this.floor = floor;
    this.stops = stops;
    this.independence = new Independence(context.authority());
  }

  Optional<ApprovalOutcome> blocker(
      Change change, ApprovalStep step, ControlCase one, Reviewer by) {
    RequestKey key = one.key();
    if (stops.isVetoed(key.file())) {
      change.event(
          Verb.ATTEMPT,
          key.toString(),
          Map.of("step", step.verb().storedName(), "code", ReasonCode.A110_COUNSEL_REFUSED.name()));
      return Optional.of(new ApprovalOutcome.Vetoed(key.toString()));
    }
    if (!by.may(step.role())) {
      return Optional.of(new ApprovalOutcome.WrongRole(key, step.role()));
    }
    Instant now = change.now();
    if (by.isExcluded() || hasOtherPart(one, by, now)) {
      return Optional.of(
          new ApprovalOutcome.WrongPerson(key, by.account(), Optional.empty(), Optional.empty()));
    }
    Optional<ControlCase.Decided> first = one.endorsement(now);
    if (step == ApprovalStep.COUNTERSIGN
        && first.filter(row -> isSamePerson(row.account(), by)).isPresent()) {
      ControlCase.Decided row = first.orElseThrow();
      return Optional.of(
          new ApprovalOutcome.WrongPerson(
              key, by.account(), Optional.of(row.at()), Optional.ofNullable(row.lapsesAt())));
    }
    return stateBlocker(step, one, by, now);
  }

  private Optional<ApprovalOutcome> stateBlocker(
      ApprovalStep step, ControlCase one, Reviewer by, Instant now) {
    RequestState state = one.state(now);
    boolean given =
        state == step.to()
            && one.last(step.name())
                .filter(row -> row.account().equalsIgnoreCase(by.account()))
                .isPresent();
    if (given) {
      return Optional.empty();
    }
    if (state != step.from()) {
      return Optional.of(new ApprovalOutcome.WrongState(one.key(), state));
    }
    Instant since = one.endorsement(now).map(ControlCase.Decided::at).orElse(one.draftedAt());
    return floor.blocker(one.key(), since, by, now);
  }

  private boolean isSamePerson(String account, Reviewer by) {
    return enrolment().isSamePerson(account, by.account());
  }

  private boolean hasOtherPart(ControlCase one, Reviewer by, Instant now) {
    return contents.asked(one).isAskedBy(by.account())
        || enrolled(by, now)
            .filter(who -> independence.hasOtherPart(who, contents.asked(one)))
            .isPresent();
  }

  /** Why this person cannot sign now; empty if the person can. */
  Optional<ApprovalOutcome> unenrolled(RequestKey key, Reviewer by, Instant now, Set<Role> roles) {
    return enrolled(by, now)
            .filter(entry -> entry.person().roles().stream().anyMatch(roles::contains))
            .isPresent()
        ? Optional.empty()
        : Optional.of(new NotEnrolled(key, by.account()));
  }

  /** The entry of the reviewer's opened key, if it is in force and belongs to the account. */
  Optional<Enrolled> enrolled(Reviewer by, Instant now) {
    StatementSigner signer = by.signer();
    return signer == null
        ? Optional.empty()
        : enrolment()
            .of(signer.keyId())
            .filter(entry -> entry.inForceAt(now))
            .filter(entry -> entry.key().account().equals(by.account()));
  }

  /** The time for which an approval under the case's agreement counts. */
  Duration lifetime(ControlCase one) {
    return context
        .authority()
        .agreement(contents.asked(one).agreement())
        .map(Agreement::schedule)
        .map(schedule -> schedule.approvalLapses())
        .orElse(Duration.ZERO);
  }

  private Enrolment enrolment() {
    return context.authority().enrolment();
  }
}
