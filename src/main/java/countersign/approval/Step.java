package countersign.approval;

import countersign.lifecycle.Stage;
import countersign.request.RequestState;
import countersign.request.Role;
import countersign.request.Verb;

/** The two approvals, in their order. */
enum Step {
  ENDORSE(
      Verb.ENDORSE,
      Role.FIRST_REVIEWER,
      RequestState.DRAFTED,
      RequestState.ENDORSED,
      Stage.ENDORSE),
  COUNTERSIGN(
      Verb.COUNTERSIGN,
      Role.COUNTERSIGNER,
      RequestState.ENDORSED,
      RequestState.COUNTERSIGNED,
      Stage.COUNTERSIGN);

  private final Verb verb;
  private final Role role;
  private final RequestState from;
  private final RequestState to;
  private final Stage stage;

  Step(Verb verb, Role role, RequestState from, RequestState to, Stage stage) {
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

  Stage stage() {
    return stage;
  }
}
