package countersign.approval;

import countersign.lifecycle.Change;
import countersign.lifecycle.Entity;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.WorkQueue;
import countersign.request.Actor;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.request.Verb;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Ends expired approvals. An approval counts for the time that its agreement sets. When one of the
 * two expires, neither counts any more and a first reviewer must endorse the request again.
 * Stateless.
 *
 * @see <a href="../../../../../docs/rules.md">R51, D405</a>
 */
public final class ApprovalExpiry {
  private static final int BATCH = 500;
  private static final Set<RequestState> APPROVED =
      Set.of(RequestState.ENDORSED, RequestState.COUNTERSIGNED);

  private final Lifecycle lifecycle;
  private final JdbcApprovals rows;
  private final Clock clock;

  public ApprovalExpiry(Lifecycle lifecycle, JdbcApprovals rows, Clock clock) {
    this.lifecycle = lifecycle;
    this.rows = rows;
    this.clock = clock;
  }

  int expire() {
    List<RequestKey> due = rows.expired(clock.instant(), BATCH);
    int expired = 0;
    for (RequestKey key : due) {
      expired += lifecycle.change(Actor.GATEWAY, change -> expireIfDue(change, key)) ? 1 : 0;
    }
    return expired;
  }

  private boolean expireIfDue(Change change, RequestKey key) {
    String state = change.lock(Entity.REQUEST, key.toString()).orElse("");
    boolean approved = APPROVED.stream().anyMatch(one -> one.name().equals(state));
    DecisionHistory history = new DecisionHistory(rows.of(key));
    if (!approved
        || history.rows().stream()
            .noneMatch(row -> history.isInForce(row) && row.hasExpired(change.now()))) {
      return false;
    }
    expire(change, key);
    return true;
  }

  /** Ends the expired approvals of a locked request and queues it for a first reviewer. */
  void expire(Change change, RequestKey key) {
    lapse(change, key, Map.of("code", ReasonCode.D405_APPROVAL_EXPIRED.name()));
  }

  /**
   * Ends the approvals of a locked request and queues it for a first reviewer.
   *
   * @param why what the ledger's event says
   */
  public void lapse(Change change, RequestKey key, Map<String, String> why) {
    String id = key.toString();
    if (change.move(Entity.REQUEST, id, APPROVED, RequestState.DRAFTED)) {
      rows.lapse(key, change.now());
      change.event(Verb.LAPSE, id, why);
      change.finish(WorkQueue.COUNTERSIGN, id);
      change.next(WorkQueue.ENDORSE, id);
    }
  }
}
