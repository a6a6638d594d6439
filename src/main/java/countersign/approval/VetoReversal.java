package countersign.approval;

import countersign.lifecycle.Change;
import countersign.lifecycle.Entity;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.WorkQueue;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.request.Role;
import countersign.request.Verb;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes counsel's refusal back: the counsel who refused reconsiders, a second one lifts, and the
 * request waits for two new signatures. Stateless.
 *
 * @see <a href="../../../../../docs/rules.md">R9</a>
 */
final class VetoReversal {
  private final Lifecycle lifecycle;
  private final JdbcApprovals approvals;
  private final JdbcRequestInContext asked;
  private final Veto veto;
  private final DecisionNote words;

  VetoReversal(
      Lifecycle lifecycle,
      JdbcApprovals approvals,
      JdbcRequestInContext asked,
      Veto veto,
      DecisionNote words) {
    this.lifecycle = lifecycle;
    this.approvals = approvals;
    this.asked = asked;
    this.veto = veto;
    this.words = words;
  }

  /** A word of counsel, under way. */
  private record Said(Change change, RequestKey key, Reviewer by, Verb verb, String reason) {}

  ApprovalOutcome reconsider(RequestKey key, Reviewer counsel, String reason) {
    return say(key, counsel, Verb.RECONSIDER, reason);
  }

  ApprovalOutcome lift(RequestKey key, Reviewer counsel, String reason) {
    return say(key, counsel, Verb.LIFT, reason);
  }

  private ApprovalOutcome say(RequestKey key, Reviewer counsel, Verb verb, String reason) {
    return lifecycle.change(
        counsel.actor(), change -> say(new Said(change, key, counsel, verb, reason)));
  }

  private ApprovalOutcome say(Said said) {
    RequestKey key = said.key();
    // The group first, as a release does: neither waits for the other's second lock.
    boolean late = asked.lockIsDue(key, said.change().now());
    Optional<RequestState> state =
        said.change().lock(Entity.REQUEST, key.toString()).map(RequestState::valueOf);
    if (state.isEmpty()) {
      return new ApprovalOutcome.Unknown(key);
    }
    Optional<JdbcApprovals.Row> refusal = veto.standing(key, state.get());
    Optional<JdbcApprovals.Row> first = approvals.running(key, Verb.RECONSIDER.name());
    if (refusal.isEmpty()) {
      return withoutRefusal(said, state.get());
    }
    Optional<ApprovalOutcome> obstacle = obstacle(said, refusal.get(), first);
    if (obstacle.isPresent()) {
      veto.attempted(said.change(), key, state.get(), said.by(), said.verb().word());
      return obstacle.get();
    }
    if (!DecisionNote.isReason(said.reason())) {
      return new ApprovalOutcome.NoReason(key);
    }
    if (late) {
      return new ApprovalOutcome.TooLate(key);
    }
    return said.verb() == Verb.LIFT ? lift(said, refusal.get()) : reconsider(said, refusal.get());
  }

  private ApprovalOutcome withoutRefusal(Said said, RequestState state) {
    RequestKey key = said.key();
    if (!said.by().may(Role.COUNSEL)) {
      return new ApprovalOutcome.WrongRole(key, Role.COUNSEL);
    }
    boolean mine =
        approvals.running(key, said.verb().name()).filter(row -> row.isBy(said.by())).isPresent();
    return mine ? new ApprovalOutcome.Done(key, state) : new ApprovalOutcome.WrongState(key, state);
  }

  /** Who may say this, and after whom. */
  private Optional<ApprovalOutcome> obstacle(
      Said said, JdbcApprovals.Row refusal, Optional<JdbcApprovals.Row> first) {
    RequestKey key = said.key();
    Reviewer by = said.by();
    if (!by.may(Role.COUNSEL)) {
      return Optional.of(
          by.seesEvidence()
              ? new ApprovalOutcome.Vetoed(key.toString())
              : new ApprovalOutcome.WrongRole(key, Role.COUNSEL));
    }
    boolean ofRecord = refusal.isBy(by);
    if (said.verb() == Verb.LIFT && ofRecord) {
      return Optional.of(new ApprovalOutcome.SameCounsel(key, by.account()));
    }
    if (by.isExcluded()
        || asked.find(key).filter(found -> found.isAskedBy(by.account())).isPresent()) {
      return Optional.of(
          new ApprovalOutcome.WrongPerson(key, by.account(), Optional.empty(), Optional.empty()));
    }
    boolean inTurn = said.verb() == Verb.LIFT ? first.isPresent() : ofRecord;
    return inTurn
        ? Optional.empty()
        : Optional.of(new ApprovalOutcome.NotOfRecord(key, refusal.account()));
  }

  private ApprovalOutcome reconsider(Said said, JdbcApprovals.Row refusal) {
    RequestKey key = said.key();
    if (approvals.running(key, Verb.RECONSIDER.name()).isEmpty()) {
      keep(said, refusal);
    }
    return new ApprovalOutcome.Done(key, RequestState.DECLINED);
  }

  private ApprovalOutcome lift(Said said, JdbcApprovals.Row refusal) {
    RequestKey key = said.key();
    String id = key.toString();
    said.change().move(Entity.REQUEST, id, Set.of(RequestState.DECLINED), RequestState.DRAFTED);
    approvals.voidEvery(key);
    keep(said, refusal);
    said.change().next(WorkQueue.ENDORSE, id);
    return new ApprovalOutcome.Done(key, RequestState.DRAFTED);
  }

  private void keep(Said said, JdbcApprovals.Row refusal) {
    RequestKey key = said.key();
    String step = said.verb().name();
    String account = said.by().account();
    Change change = said.change();
    approvals.insert(
        new JdbcApprovals.Row(
            key,
            step,
            account,
            refusal.draftSha256(),
            words.seal(key, step, account, change.now(), said.reason().strip()),
            null,
            null,
            change.now(),
            null,
            false));
    String hex = HexFormat.of().formatHex(refusal.draftSha256());
    change.event(said.verb(), key.toString(), Map.of("draftSha256", hex));
  }
}
