package countersign.disclosure;

import countersign.approval.ApprovalExpiry;
import countersign.approval.DecisionNote;
import countersign.approval.JdbcApprovals;
import countersign.lifecycle.Change;
import countersign.lifecycle.Entity;
import countersign.lifecycle.StepOutcome;
import countersign.lifecycle.WorkQueue;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.request.Verb;
import java.util.Map;
import java.util.Set;

/** Takes a request whose approvals do not verify out of a release. Stateless. */
final class UnverifiedRequests {
  private static final ReasonCode CODE = ReasonCode.D411_APPROVAL_NOT_VERIFIED;
  private static final String GATEWAY = "gateway";

  private final JdbcApprovals rows;
  private final DecisionNote notes;
  private final ApprovalExpiry expiry;

  UnverifiedRequests(JdbcApprovals rows, DecisionNote notes, ApprovalExpiry expiry) {
    this.rows = rows;
    this.notes = notes;
    this.expiry = expiry;
  }

  /**
   * Denies the locked request, or lets it wait for new approvals, as the cause requires. The step's
   * log line names the code.
   */
  void handle(Change change, StoredRequest row, VerificationCause cause) {
    Map<String, String> why = Map.of("code", CODE.name(), "cause", cause.name());
    StepOutcome.note(CODE.name());
    switch (cause.effect()) {
      case DECLINE -> decline(change, row, why);
      case LAPSE -> expiry.lapse(change, row.key(), why);
    }
  }

  private void decline(Change change, StoredRequest row, Map<String, String> why) {
    RequestKey key = row.key();
    String step = Verb.DECLINE.name();
    change.move(
        Entity.REQUEST, key.toString(), Set.of(RequestState.COUNTERSIGNED), RequestState.DECLINED);
    rows.insert(
        new JdbcApprovals.StoredDecision(
            0,
            key,
            step,
            GATEWAY,
            row.draft().sha256(),
            notes.seal(key, step, GATEWAY, change.now(), CODE.name() + "\n" + why.get("cause")),
            null,
            null,
            change.now(),
            null,
            null));
    change.event(Verb.DECLINE, key.toString(), why);
    change.finish(WorkQueue.ENDORSE, key.toString());
    change.finish(WorkQueue.COUNTERSIGN, key.toString());
  }
}
