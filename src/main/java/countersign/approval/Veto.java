package countersign.approval;

import countersign.lifecycle.Change;
import countersign.lifecycle.Entity;
import countersign.lifecycle.Lifecycle;
import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.request.Verb;
import java.util.Map;
import java.util.Optional;

/**
 * Counsel's refusal stands against everybody, and whoever tries to get past it is recorded.
 * Stateless.
 *
 * @see <a href="../../../../../docs/rules.md">R9</a>
 */
final class Veto {
  private static final ReasonCode CODE = ReasonCode.A110_COUNSEL_REFUSED;

  private final Lifecycle lifecycle;
  private final JdbcApprovals approvals;
  private final JdbcRequestInContext asked;
  private final DecisionNote words;

  Veto(
      Lifecycle lifecycle,
      JdbcApprovals approvals,
      JdbcRequestInContext asked,
      DecisionNote words) {
    this.lifecycle = lifecycle;
    this.approvals = approvals;
    this.asked = asked;
    this.words = words;
  }

  /** Counsel's refusal of a drafted request that stands in that state. */
  Optional<JdbcApprovals.Row> standing(RequestKey key, RequestState state) {
    return state == RequestState.DECLINED
        ? approvals
            .running(key, Verb.DECLINE.name())
            .filter(no -> words.open(no).startsWith(CODE.name()))
        : Optional.empty();
  }

  /** As below, in a transaction of its own. COMMITS. */
  Optional<ApprovalOutcome> attempted(RequestKey key, Reviewer reviewer, String step) {
    return lifecycle.change(
        reviewer.actor(),
        change ->
            change
                .lock(Entity.REQUEST, key.toString())
                .map(RequestState::valueOf)
                .flatMap(state -> attempted(change, key, state, reviewer, step)));
  }

  /** The same for a file that counsel refused as a whole. COMMITS. */
  Optional<ApprovalOutcome> attempted(FileId file, Reviewer reviewer, String step) {
    return lifecycle.change(
        reviewer.actor(),
        change ->
            asked.isFileRefused(file, CODE)
                ? record(change, file.value(), reviewer, step)
                : Optional.empty());
  }

  /**
   * Records an attempt on a locked request that counsel refused.
   *
   * @param step what was tried, one word
   * @return what to tell; empty if counsel did not refuse it, or if they may not know
   */
  Optional<ApprovalOutcome> attempted(
      Change change, RequestKey key, RequestState state, Reviewer reviewer, String step) {
    boolean refused =
        state == RequestState.REFUSED
            ? asked.isRefused(key, CODE)
            : standing(key, state).isPresent();
    return refused ? record(change, key.toString(), reviewer, step) : Optional.empty();
  }

  private static Optional<ApprovalOutcome> record(
      Change change, String subject, Reviewer reviewer, String step) {
    change.event(Verb.ATTEMPT, subject, Map.of("step", step, "code", CODE.name()));
    return reviewer.seesEvidence()
        ? Optional.of(new ApprovalOutcome.Vetoed(subject))
        : Optional.empty();
  }
}
