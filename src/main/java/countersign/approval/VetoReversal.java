package countersign.approval;

import countersign.lifecycle.Change;
import countersign.lifecycle.Entity;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.WorkQueue;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.request.Role;
import countersign.request.Verb;
import countersign.request.WrittenText;
import countersign.statement.JdbcRequestInContext;
import countersign.statement.Reviewer;
import countersign.statement.Statement;
import java.util.Optional;
import java.util.Set;

/**
 * Reverses counsel's denial: the counsel who denied the request reconsiders, a second counsel lifts
 * the denial, and the request then needs two new approvals. Stateless.
 *
 * @see <a href="../../../../../docs/rules.md">R9</a>
 */
final class VetoReversal {
  private final Lifecycle lifecycle;
  private final JdbcApprovals approvals;
  private final JdbcRequestInContext requests;
  private final Veto veto;
  private final JdbcDrafts drafts;
  private final DecisionSigning signing;

  VetoReversal(
      Lifecycle lifecycle,
      JdbcApprovals approvals,
      JdbcRequestInContext requests,
      Veto veto,
      JdbcDrafts drafts,
      DecisionSigning signing) {
    this.lifecycle = lifecycle;
    this.approvals = approvals;
    this.requests = requests;
    this.veto = veto;
    this.drafts = drafts;
    this.signing = signing;
  }

  /** One step of a reversal and the transaction in which it runs. */
  private record ReversalStep(
      Change change, RequestKey key, Reviewer by, Verb verb, String reason) {}

  ApprovalOutcome reconsider(RequestKey key, Reviewer counsel, String reason) {
    return take(key, counsel, Verb.RECONSIDER, reason);
  }

  ApprovalOutcome lift(RequestKey key, Reviewer counsel, String reason) {
    return take(key, counsel, Verb.LIFT, reason);
  }

  private ApprovalOutcome take(RequestKey key, Reviewer counsel, Verb verb, String reason) {
    return lifecycle.change(
        counsel.actor(), change -> take(new ReversalStep(change, key, counsel, verb, reason)));
  }

  private ApprovalOutcome take(ReversalStep step) {
    RequestKey key = step.key();
    // Lock the group before the request, in the same order as a release, to avoid a deadlock.
    boolean late = requests.lockIsDue(key, step.change().now());
    Optional<RequestState> state =
        step.change().lock(Entity.REQUEST, key.toString()).map(RequestState::valueOf);
    if (state.isEmpty()) {
      return new ApprovalOutcome.Unknown(key);
    }
    Optional<JdbcApprovals.StoredDecision> denial = veto.denial(key, state.get());
    Optional<JdbcApprovals.StoredDecision> first = approvals.running(key, Verb.RECONSIDER.name());
    if (denial.isEmpty()) {
      return withoutDenial(step, state.get());
    }
    Optional<ApprovalOutcome> blocker = blocker(step, denial.get(), first).or(() -> vetoed(step));
    if (blocker.isPresent()) {
      veto.attempted(step.change(), key, state.get(), step.by(), step.verb().storedName());
      return blocker.get();
    }
    return incomplete(step, late)
        .orElseGet(
            () ->
                step.verb() == Verb.LIFT
                    ? lift(step, denial.get())
                    : reconsider(step, denial.get()));
  }

  /** A veto on the file or the person stands even if the denial of one request is lifted. */
  private Optional<ApprovalOutcome> vetoed(ReversalStep step) {
    return veto.isVetoed(step.key())
        ? Optional.of(new ApprovalOutcome.Vetoed(step.key().toString()))
        : Optional.empty();
  }

  /** What this step lacks; empty if the person may take it now. */
  private Optional<ApprovalOutcome> incomplete(ReversalStep step, boolean late) {
    RequestKey key = step.key();
    if (!WrittenText.isReason(step.reason())) {
      return Optional.of(new ApprovalOutcome.NoReason(key));
    }
    return late
        ? Optional.of(new ApprovalOutcome.TooLate(key))
        : signing.blocker(key, step.by(), step.change().now(), Set.of(Role.COUNSEL));
  }

  private ApprovalOutcome withoutDenial(ReversalStep step, RequestState state) {
    RequestKey key = step.key();
    if (!step.by().may(Role.COUNSEL)) {
      return new ApprovalOutcome.WrongRole(key, Role.COUNSEL);
    }
    boolean mine =
        approvals.running(key, step.verb().name()).filter(row -> row.isBy(step.by())).isPresent();
    return mine ? new ApprovalOutcome.Done(key, state) : new ApprovalOutcome.WrongState(key, state);
  }

  /** Why this person may not take this step now; empty if they may. */
  private Optional<ApprovalOutcome> blocker(
      ReversalStep step,
      JdbcApprovals.StoredDecision denial,
      Optional<JdbcApprovals.StoredDecision> first) {
    RequestKey key = step.key();
    Reviewer by = step.by();
    if (!by.may(Role.COUNSEL)) {
      return Optional.of(
          by.seesEvidence()
              ? new ApprovalOutcome.Vetoed(key.toString())
              : new ApprovalOutcome.WrongRole(key, Role.COUNSEL));
    }
    boolean ofRecord = signing.isBySamePerson(denial, by, step.change().now());
    if (step.verb() == Verb.LIFT && ofRecord) {
      return Optional.of(new ApprovalOutcome.SameCounsel(key, by.account()));
    }
    if (by.isExcluded()
        || requests.find(key).filter(found -> found.isAskedBy(by.account())).isPresent()) {
      return Optional.of(
          new ApprovalOutcome.WrongPerson(key, by.account(), Optional.empty(), Optional.empty()));
    }
    boolean inTurn = step.verb() == Verb.LIFT ? first.isPresent() : ofRecord;
    return inTurn
        ? Optional.empty()
        : Optional.of(new ApprovalOutcome.NotOfRecord(key, denial.account()));
  }

  private ApprovalOutcome reconsider(ReversalStep step, JdbcApprovals.StoredDecision denial) {
    RequestKey key = step.key();
    if (approvals.running(key, Verb.RECONSIDER.name()).isEmpty()) {
      keep(step, denial);
    }
    return new ApprovalOutcome.Done(key, RequestState.DECLINED);
  }

  private ApprovalOutcome lift(ReversalStep step, JdbcApprovals.StoredDecision denial) {
    RequestKey key = step.key();
    String id = key.toString();
    keep(step, denial); // first, because the database moves no denied request without it
    step.change().move(Entity.REQUEST, id, Set.of(RequestState.DECLINED), RequestState.DRAFTED);
    step.change().next(WorkQueue.ENDORSE, id);
    return new ApprovalOutcome.Done(key, RequestState.DRAFTED);
  }

  private void keep(ReversalStep step, JdbcApprovals.StoredDecision denial) {
    RequestKey key = step.key();
    Change change = step.change();
    JdbcApprovals.Signed denied = denial.signed();
    JdbcApprovals.StoredDecision row =
        signing.sign(
            new DecisionSigning.Facts(
                drafts.find(key).orElseThrow(),
                step.verb().name(),
                step.by(),
                Statement.Answers.NONE,
                step.reason().strip(),
                change.now(),
                null,
                denied == null ? Statement.About.NOTHING : Statement.About.denial(denied.hash())));
    approvals.insert(row);
    change.event(step.verb(), key.toString(), DecisionSigning.facts(row));
  }
}
