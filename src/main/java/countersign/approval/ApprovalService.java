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
import countersign.request.Sha256;
import countersign.request.Verb;
import countersign.vault.Vault;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
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

  private final Lifecycle lifecycle;
  private final Vault vault;
  private final JdbcDrafts drafts;
  private final JdbcApprovals approvals;
  private final ApprovalGuard guard;
  private final Function<FileId, Duration> lifetime;

  ApprovalService(
      Lifecycle lifecycle,
      Vault vault,
      JdbcDrafts drafts,
      JdbcApprovals approvals,
      ApprovalGuard guard,
      Function<FileId, Duration> lifetime) {
    this.lifecycle = lifecycle;
    this.vault = vault;
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
    if (!shown.hex().equalsIgnoreCase(decision.draftSha256().strip())) {
      return new ApprovalOutcome.StaleDraft(key, shown.hex());
    }
    if (!decision.isAnswered()) {
      return new ApprovalOutcome.Unanswered(key);
    }
    if (!DecisionNote.isReason(decision.reason())) {
      return new ApprovalOutcome.NoReason(key);
    }
    if (state.get() == step.to()) {
      return new ApprovalOutcome.Done(key, step.to());
    }
    assertSameBytes(shown);
    return decision.isImpaired()
        ? decline(change, key, reviewer, decision, ReasonCode.D401_IMPAIRMENT)
        : sign(change, step, shown, reviewer, decision);
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
      insert(change, key, step.name(), reviewer, decision, decision.reason().strip());
      change.event(step.verb(), id, Map.of("draftSha256", draft.hex()));
      change.finish(step.queue(), id);
      if (step == ApprovalStep.ENDORSE) {
        change.next(WorkQueue.COUNTERSIGN, id);
      }
    }
    return new ApprovalOutcome.Done(key, step.to());
  }

  ApprovalOutcome deny(RequestKey key, Reviewer reviewer, String reason) {
    return lifecycle.change(reviewer.actor(), change -> deny(change, key, reviewer, reason));
  }

  private ApprovalOutcome deny(Change change, RequestKey key, Reviewer reviewer, String reason) {
    Optional<RequestState> state = lock(change, key);
    Optional<JdbcDrafts.StoredDraft> draft = drafts.find(key);
    if (state.isEmpty()) {
      return new ApprovalOutcome.Unknown(key);
    }
    Optional<ApprovalOutcome> blocker = guard.denialBlocker(key, reviewer);
    if (blocker.isPresent()) {
      return blocker.get();
    }
    if (!DecisionNote.isReason(reason)) {
      return new ApprovalOutcome.NoReason(key);
    }
    if (state.get() == RequestState.DECLINED) {
      return new ApprovalOutcome.Done(key, RequestState.DECLINED);
    }
    if (!OPEN.contains(state.get()) || draft.isEmpty()) {
      return new ApprovalOutcome.WrongState(key, state.get());
    }
    Decision no = new Decision(draft.get().hex(), reason, null, null);
    boolean counsel = reviewer.may(Role.COUNSEL);
    ReasonCode code = counsel ? ReasonCode.A110_COUNSEL_REFUSED : ReasonCode.D403_APPROVER_REFUSED;
    return decline(change, key, reviewer, no, code);
  }

  private ApprovalOutcome decline(
      Change change, RequestKey key, Reviewer reviewer, Decision decision, ReasonCode code) {
    String id = key.toString();
    if (change.move(Entity.REQUEST, id, OPEN, RequestState.DECLINED)) {
      String kept = code.name() + "\n" + decision.reason().strip();
      insert(change, key, Verb.DECLINE.name(), reviewer, decision, kept);
      // All denials look the same in the ledger; the sealed reason contains the code.
      change.event(Verb.DECLINE, id, Map.of("draftSha256", decision.draftSha256().strip()));
      change.finish(WorkQueue.ENDORSE, id);
      change.finish(WorkQueue.COUNTERSIGN, id);
    }
    return new ApprovalOutcome.Done(key, RequestState.DECLINED);
  }

  private void insert(
      Change change,
      RequestKey key,
      String step,
      Reviewer reviewer,
      Decision decision,
      String reason) {
    Instant at = change.now();
    byte[] sealed = new DecisionNote(vault).seal(key, step, reviewer.account(), at, reason);
    approvals.insert(
        new JdbcApprovals.StoredDecision(
            key,
            step,
            reviewer.account(),
            HexFormat.of().parseHex(decision.draftSha256().strip()),
            sealed,
            decision.identifiesInformant(),
            decision.impairsInvestigation(),
            at,
            step.equals(Verb.DECLINE.name()) ? null : at.plus(lifetime.apply(key.file())),
            false));
  }

  /** Checks that the stored draft still has its stored hash. */
  private void assertSameBytes(JdbcDrafts.StoredDraft draft) {
    RequestKey key = draft.key();
    byte[] item =
        vault.draft(key.file().value()).open(draft.itemSealed(), ApprovalAssociatedData.item(key));
    if (!Sha256.hex(item).equals(draft.hex())) {
      throw new IllegalStateException(
          "%s  Request %s: the stored draft does not match its stored hash. Nothing was approved. A program or person changed the table."
              .formatted(ReasonCode.D406_MANIFEST_CHANGED, key));
    }
  }

  private static Optional<RequestState> lock(Change change, RequestKey key) {
    return change.lock(Entity.REQUEST, key.toString()).map(RequestState::valueOf);
  }
}
