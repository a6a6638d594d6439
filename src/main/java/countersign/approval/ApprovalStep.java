package countersign.approval;

import countersign.lifecycle.WorkQueue;
import countersign.request.RequestState;
import countersign.request.Role;
import countersign.request.Verb;

/** The two approvals, in the order in which they are given. */
public enum ApprovalStep {
  ENDORSE(
      Verb.ENDORSE,
      Role.FIRST_REVIEWER,
      RequestState.DRAFTED,
      RequestState.ENDORSED,
      WorkQueue.ENDORSE),
  COUNTERSIGN(
      Verb.COUNTERSIGN,
      Role.COUNTERSIGNER,
      RequestState.ENDORSED,
      RequestState.COUNTERSIGNED,
      WorkQueue.COUNTERSIGN);

  private final Verb verb;
  private final Role role;
  private final RequestState from;
  private final RequestState to;
  private final WorkQueue queue;

  ApprovalStep(Verb verb, Role role, RequestState from, RequestState to, WorkQueue queue) {
    this.verb = verb;
    this.role = role;
    this.from = from;
    this.to = to;
    this.queue = queue;
  }

  public Verb verb() {
    return verb;
  }

  public Role role() {
    return role;
  }

  public RequestState from() {
    return from;
  }

  public RequestState to() {
    return to;
  }

  WorkQueue queue() {
    return queue;
  }
}
