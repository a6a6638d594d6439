package countersign.reviewdesk;

import countersign.approval.Approval;
import countersign.approval.ApprovalOutcome;
import countersign.approval.ApprovalStep;
import countersign.approval.DecidedOtherwise;
import countersign.approval.Decision;
import countersign.crypto.Sha256;
import countersign.lifecycle.Change;
import countersign.lifecycle.Lifecycle;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.request.Verb;
import countersign.request.WrittenText;
import countersign.statement.Reviewer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decisions about control cases. Each gets the answer that the same decision about a request gets,
 * and ends as a row that nothing but the case and the privacy officer's page reads: no state
 * changes, nothing is queued, accounted for or released. Stateless.
 */
final class ControlDecisions {
  private static final Set<RequestState> OPEN =
      Set.of(RequestState.DRAFTED, RequestState.ENDORSED, RequestState.COUNTERSIGNED);
  private static final String DECLINE = "DECLINE";

  private final Lifecycle lifecycle;
  private final JdbcControlCases rows;
  private final ControlContents contents;
  private final ControlGuard guard;
  private final ControlSigning signing;

  ControlDecisions(
      Lifecycle lifecycle,
      JdbcControlCases rows,
      ControlContents contents,
      ControlGuard guard,
      ControlSigning signing) {
    this.lifecycle = lifecycle;
    this.rows = rows;
    this.contents = contents;
    this.guard = guard;
    this.signing = signing;
  }

  ApprovalOutcome approve(ApprovalStep step, RequestKey key, Reviewer by, Decision decision) {
    return lifecycle.change(
        by.actor(),
        change -> {
          rows.lock(key);
          ControlCase one = rows.find(key).orElseThrow();
          return approve(change, step, one, by, decision);
        });
  }

  private ApprovalOutcome approve(
      Change change, ApprovalStep step, ControlCase one, Reviewer by, Decision decision) {
    RequestKey key = one.key();
    Instant now = change.now();
    Optional<ApprovalOutcome> blocker = guard.blocker(change, step, one, by);
    if (blocker.isPresent()) {
      return blocker.get();
    }
    Optional<ApprovalOutcome> incomplete = incomplete(one, decision);
    if (incomplete.isPresent()) {
      return incomplete.get();
    }
    if (one.state(now) == step.to()) {
      return repeated(one, step.name(), by, decision, step.to());
    }
    Optional<ApprovalOutcome> unenrolled = guard.unenrolled(key, by, now, Set.of(step.role()));
    if (unenrolled.isPresent()) {
      return unenrolled.get();
    }
    if (decision.isImpaired()) {
      return decline(change, one, by, ReasonCode.D401_IMPAIRMENT, decision);
    }
    String note = decision.reason().strip();
    Instant until = now.plus(guard.lifetime(one));
    store(change, one, new ControlSigning.Written(step.name(), by, decision, note), until);
    return new ApprovalOutcome.Done(key, step.to());
  }

  private static Optional<ApprovalOutcome> incomplete(ControlCase one, Decision decision) {
    if (!one.hex().equalsIgnoreCase(decision.draftSha256().strip())) {
      return Optional.of(new ApprovalOutcome.StaleDraft(one.key(), one.hex()));
    }
    if (!decision.isAnswered()) {
      return Optional.of(new ApprovalOutcome.Unanswered(one.key()));
    }
    return WrittenText.isReason(decision.reason())
        ? Optional.empty()
        : Optional.of(new ApprovalOutcome.NoReason(one.key()));
  }

  ApprovalOutcome deny(RequestKey key, Reviewer by, Decision decision) {
    return lifecycle.change(
        by.actor(),
        change -> {
          rows.lock(key);
          return deny(change, rows.find(key).orElseThrow(), by, decision);
        });
  }

  private ApprovalOutcome deny(Change change, ControlCase one, Reviewer by, Decision decision) {
    RequestKey key = one.key();
    RequestState state = one.state(change.now());
    if (!WrittenText.isReason(decision.reason())) {
      return new ApprovalOutcome.NoReason(key);
    }
    if (state == RequestState.DECLINED) {
      return repeated(one, DECLINE, by, decision, state);
    }
    if (!OPEN.contains(state)) {
      return new ApprovalOutcome.WrongState(key, state);
    }
    return guard
        .unenrolled(key, by, change.now(), ControlGuard.REVIEWING)
        .orElseGet(
            () ->
                decline(
                    change,
                    one,
                    by,
                    decision.isImpaired()
                        ? ReasonCode.D401_IMPAIRMENT
                        : ReasonCode.D403_APPROVER_REFUSED,
                    decision));
  }

  private ApprovalOutcome repeated(
      ControlCase one, String step, Reviewer by, Decision decision, RequestState state) {
    boolean differs =
        one.last(step)
            .filter(row -> row.account().equalsIgnoreCase(by.account()))
            .filter(row -> !contents.repeats(one, row, decision))
            .isPresent();
    return differs
        ? new DecidedOtherwise(one.key(), state)
        : new ApprovalOutcome.Done(one.key(), state);
  }

  private ApprovalOutcome decline(
      Change change, ControlCase one, Reviewer by, ReasonCode code, Decision decision) {
    String note = code.name() + "\n" + decision.reason().strip();
    store(change, one, new ControlSigning.Written(DECLINE, by, decision, note), null);
    return new ApprovalOutcome.Done(one.key(), RequestState.DECLINED);
  }

  private void store(
      Change change, ControlCase one, ControlSigning.Written written, @Nullable Instant lapsesAt) {
    Instant now = change.now();
    Reviewer by = written.by();
    Approval.Signature signed =
        signing.sign(one, written, guard.enrolled(by, now).orElseThrow(), now, lapsesAt);
    rows.decide(
        one.key(),
        new ControlCase.Decided(
            written.step(),
            by.account(),
            contents.sealReason(one.key(), written.step(), by.account(), now, written.note()),
            now,
            lapsesAt,
            signed));
    change.event(
        Verb.CONTROL,
        one.key().toString(),
        Map.of("step", written.step(), "statement", Sha256.hex(signed.statement())));
  }
}
