package countersign.approval;

import countersign.lifecycle.Change;
import countersign.lifecycle.Entity;
import countersign.lifecycle.Lifecycle;
import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.request.Verb;
import countersign.statement.JdbcRequestInContext;
import countersign.statement.Reviewer;
import countersign.stops.Stops;
import java.util.Map;
import java.util.Optional;

/**
 * Counsel's denial of a request, and counsel's veto on a file or a person, which block everyone.
 * The ledger records each attempt to get past it. Stateless.
 *
 * @see <a href="../../../../../docs/rules.md">R9</a>
 */
final class Veto {
  private static final ReasonCode CODE = ReasonCode.A110_COUNSEL_REFUSED;

  private final Lifecycle lifecycle;
  private final JdbcApprovals approvals;
  private final JdbcRequestInContext requests;
  private final DecisionNote notes;
  private final Stops stops;

  Veto(
      Lifecycle lifecycle,
      JdbcApprovals approvals,
      JdbcRequestInContext requests,
      DecisionNote notes,
      Stops stops) {
    this.lifecycle = lifecycle;
    this.approvals = approvals;
    this.requests = requests;
    this.notes = notes;
    this.stops = stops;
  }

  /** Counsel's denial of a drafted request in the given state; empty if there is none. */
  Optional<JdbcApprovals.StoredDecision> denial(RequestKey key, RequestState state) {
    return state == RequestState.DECLINED
        ? approvals
            .running(key, Verb.DECLINE.name())
            .filter(no -> notes.open(no).startsWith(CODE.name()))
        : Optional.empty();
  }

  /** Locks the request and records the attempt in its own transaction. COMMITS. */
  Optional<ApprovalOutcome> attempted(RequestKey key, Reviewer reviewer, String step) {
    return lifecycle.change(
        reviewer.actor(),
        change ->
            change
                .lock(Entity.REQUEST, key.toString())
                .map(RequestState::valueOf)
                .flatMap(state -> attempted(change, key, state, reviewer, step)));
  }

  /** Records an attempt on a file that counsel denied as a whole or vetoed. COMMITS. */
  Optional<ApprovalOutcome> attempted(FileId file, Reviewer reviewer, String step) {
    return lifecycle.change(
        reviewer.actor(),
        change ->
            requests.isFileRefused(file, CODE) || stops.isVetoed(file)
                ? record(change, file.value(), reviewer, step)
                : Optional.empty());
  }

  /**
   * Records an attempt on a locked request that counsel denied.
   *
   * @param step the step that was attempted, as one word
   * @return the outcome for the reviewer; empty if counsel did not deny the request, or if the
   *     reviewer may not know about it
   */
  Optional<ApprovalOutcome> attempted(
      Change change, RequestKey key, RequestState state, Reviewer reviewer, String step) {
    boolean denied =
        state == RequestState.REFUSED
            ? requests.isRefused(key, CODE)
            : denial(key, state).isPresent() || isVetoed(key);
    return denied ? record(change, key.toString(), reviewer, step) : Optional.empty();
  }

  /** Whether a veto on the request's file or person stands. */
  boolean isVetoed(RequestKey key) {
    return stops.isVetoed(key);
  }

  private static Optional<ApprovalOutcome> record(
      Change change, String subject, Reviewer reviewer, String step) {
    change.event(Verb.ATTEMPT, subject, Map.of("step", step, "code", CODE.name()));
    return reviewer.seesEvidence()
        ? Optional.of(new ApprovalOutcome.Vetoed(subject))
        : Optional.empty();
  }
}
