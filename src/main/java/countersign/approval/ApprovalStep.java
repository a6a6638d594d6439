package countersign.approval;

import countersign.lifecycle.WorkQueue;
import countersign.request.RequestState;
import countersign.request.Role;
import countersign.request.Verb;

/** The two approvals, in their order. */
enum ApprovalStep {
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
  private final WorkQueue stage;

  ApprovalStep(Verb verb, Role role, RequestState from, RequestState to, WorkQueue stage) {
    this.verb = verb;
    this.role = role;
    this.from = from;
    this.to = to;
    this.stage = stage;
  }

  Verb verb() {
    return verb;
  }

  Role role() {
    return role;
  }

  RequestState from() {
    return from;
  }

  RequestState to() {
    return to;
  }

  WorkQueue stage() {
    return stage;
  }
}
