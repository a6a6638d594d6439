package countersign.approval;

import countersign.lifecycle.Change;
import countersign.lifecycle.Entity;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.WorkQueue;
import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.request.Role;
import countersign.request.Verb;
import countersign.request.WrittenText;
import countersign.statement.Reviewer;
import countersign.statement.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Records the approvals and denials of reviewers and counsel. Each decision concerns one request
 * and runs in its own transaction, together with its ledger event. Stateless.
 *
 * @see <a href="../../../../../docs/rules.md">R50-R53</a>
 */
final class ApprovalService {
  private static final Set<RequestState> OPEN =
      Set.of(RequestState.DRAFTED, RequestState.ENDORSED, RequestState.COUNTERSIGNED);

  private static final Set<Role> DECIDING =
      Set.of(Role.FIRST_REVIEWER, Role.COUNTERSIGNER, Role.COUNSEL);

  private final Lifecycle lifecycle;
  private final JdbcDrafts drafts;
  private final JdbcApprovals approvals;
  private final ApprovalGuard guard;
  private final Function<FileId, Duration> lifetime;
  private final DecisionSigning signing;

  ApprovalService(
      Lifecycle lifecycle,
      JdbcDrafts drafts,
      JdbcApprovals approvals,
      ApprovalGuard guard,
      DecisionSigning signing,
      Function<FileId, Duration> lifetime) {
    this.lifecycle = lifecycle;
    this.signing = signing;
    this.drafts = drafts;
    this.approvals = approvals;
    this.guard = guard;
    this.lifetime = lifetime;
  }

  ApprovalOutcome approve(ApprovalStep step, RequestKey key, Reviewer reviewer, Decision decision) {
    return lifecycle.change(
        reviewer.actor(), change -> approve(change, step, key, reviewer, decision));
  }

  private ApprovalOutcome approve(
      Change change, ApprovalStep step, RequestKey key, Reviewer reviewer, Decision decision) {
    Optional<RequestState> state = lock(change, key);
    Optional<JdbcDrafts.StoredDraft> draft = drafts.find(key);
    if (state.isEmpty()) {
      return new ApprovalOutcome.Unknown(key);
    }
    Optional<ApprovalOutcome> blocker =
        guard.blocker(change, step, new ApprovalGuard.Case(key, state.get(), draft), reviewer);
    if (blocker.isPresent()) {
      return blocker.get();
    }
    JdbcDrafts.StoredDraft shown = draft.orElseThrow();
    Optional<ApprovalOutcome> incomplete = incomplete(shown, decision);
    if (incomplete.isPresent()) {
      return incomplete.get();
    }
    if (state.get() == step.to()) {
      return repeated(key, step.name(), reviewer, decision, step.to());
    }
    signing.assertSameBytes(shown);
    Optional<ApprovalOutcome> unenrolled =
        signing.blocker(key, reviewer, change.now(), Set.of(step.role()));
    if (unenrolled.isPresent()) {
      return unenrolled.get();
    }
    return decision.isImpaired()
        ? decline(change, shown, reviewer, decision, ReasonCode.D401_IMPAIRMENT)
        : sign(change, step, shown, reviewer, decision);
  }

  /** What the decision lacks; empty if it is whole. */
  private static Optional<ApprovalOutcome> incomplete(
      JdbcDrafts.StoredDraft shown, Decision decision) {
    RequestKey key = shown.key();
    if (!shown.hex().equalsIgnoreCase(decision.draftSha256().strip())) {
      return Optional.of(new ApprovalOutcome.StaleDraft(key, shown.hex()));
    }
    if (!decision.isAnswered()) {
      return Optional.of(new ApprovalOutcome.Unanswered(key));
    }
    return WrittenText.isReason(decision.reason())
        ? Optional.empty()
        : Optional.of(new ApprovalOutcome.NoReason(key));
  }

  private ApprovalOutcome sign(
      Change change,
      ApprovalStep step,
      JdbcDrafts.StoredDraft draft,
      Reviewer reviewer,
      Decision decision) {
    RequestKey key = draft.key();
    String id = key.toString();
    if (change.move(Entity.REQUEST, id, Set.of(step.from()), step.to())) {
      JdbcApprovals.StoredDecision row =
          signing.sign(
              new DecisionSigning.Facts(
                  draft,
                  step.name(),
                  reviewer,
                  answers(decision),
                  decision.reason().strip(),
                  change.now(),
                  change.now().plus(lifetime.apply(key.file())),
                  step == ApprovalStep.ENDORSE ? Statement.About.NOTHING : about(key)));
      approvals.insert(row);
      change.event(step.verb(), id, DecisionSigning.facts(row));
      change.finish(step.queue(), id);
      if (step == ApprovalStep.ENDORSE) {
        change.next(WorkQueue.COUNTERSIGN, id);
      }
    }
    return new ApprovalOutcome.Done(key, step.to());
  }

  /** The first approval, to which the second one refers. */
  private Statement.About about(RequestKey key) {
    return approvals
        .running(key, ApprovalStep.ENDORSE.name())
        .map(JdbcApprovals.StoredDecision::signed)
        .map(first -> Statement.About.first(first.signature()))
        .orElse(Statement.About.NOTHING);
  }

  private static Statement.Answers answers(Decision decision) {
    return new Statement.Answers(decision.identifiesInformant(), decision.impairsInvestigation());
  }

  ApprovalOutcome deny(RequestKey key, Reviewer reviewer, Decision decision) {
    return lifecycle.change(reviewer.actor(), change -> deny(change, key, reviewer, decision));
  }

  private ApprovalOutcome deny(
      Change change, RequestKey key, Reviewer reviewer, Decision decision) {
    Optional<RequestState> state = lock(change, key);
    Optional<JdbcDrafts.StoredDraft> draft = drafts.find(key);
    if (state.isEmpty()) {
      return new ApprovalOutcome.Unknown(key);
    }
    Optional<ApprovalOutcome> blocker = guard.denialBlocker(key, reviewer);
    if (blocker.isPresent()) {
      return blocker.get();
    }
    if (!WrittenText.isReason(decision.reason())) {
      return new ApprovalOutcome.NoReason(key);
    }
    if (state.get() == RequestState.DECLINED) {
      return repeated(key, Verb.DECLINE.name(), reviewer, decision, RequestState.DECLINED);
    }
    if (!OPEN.contains(state.get()) || draft.isEmpty()) {
      return new ApprovalOutcome.WrongState(key, state.get());
    }
    Optional<ApprovalOutcome> unenrolled = signing.blocker(key, reviewer, change.now(), DECIDING);
    if (unenrolled.isPresent()) {
      return unenrolled.get();
    }
    return decline(change, draft.get(), reviewer, decision, denialCode(reviewer, decision));
  }

  /**
   * A decision counts once; the same person cannot replace it by another one, and another person is
   * told that somebody else has decided.
   */
  private ApprovalOutcome repeated(
      RequestKey key, String step, Reviewer reviewer, Decision decision, RequestState state) {
    Optional<JdbcApprovals.StoredDecision> row = approvals.running(key, step);
    if (row.filter(one -> !one.isBy(reviewer)).isPresent()) {
      return new ApprovalOutcome.WrongState(key, state);
    }
    boolean differs = row.filter(one -> !signing.repeats(one, decision)).isPresent();
    return differs ? new DecidedOtherwise(key, state) : new ApprovalOutcome.Done(key, state);
  }

  private static ReasonCode denialCode(Reviewer reviewer, Decision decision) {
    if (reviewer.may(Role.COUNSEL)) {
      return ReasonCode.A110_COUNSEL_REFUSED;
    }
    return decision.isImpaired() ? ReasonCode.D401_IMPAIRMENT : ReasonCode.D403_APPROVER_REFUSED;
  }

  private ApprovalOutcome decline(
      Change change,
      JdbcDrafts.StoredDraft draft,
      Reviewer reviewer,
      Decision decision,
      ReasonCode code) {
    RequestKey key = draft.key();
    String id = key.toString();
    if (change.move(Entity.REQUEST, id, OPEN, RequestState.DECLINED)) {
      JdbcApprovals.StoredDecision row =
          signing.sign(
              new DecisionSigning.Facts(
                  draft,
                  Verb.DECLINE.name(),
                  reviewer,
                  answers(decision),
                  code.name() + "\n" + decision.reason().strip(),
                  change.now(),
                  null,
                  Statement.About.NOTHING));
      approvals.insert(row);
      // All denials look the same in the ledger; the sealed reason contains the code.
      change.event(Verb.DECLINE, id, DecisionSigning.facts(row));
      change.finish(WorkQueue.ENDORSE, id);
      change.finish(WorkQueue.COUNTERSIGN, id);
    }
    return new ApprovalOutcome.Done(key, RequestState.DECLINED);
  }

  private static Optional<RequestState> lock(Change change, RequestKey key) {
    return change.lock(Entity.REQUEST, key.toString()).map(RequestState::valueOf);
  }
}
