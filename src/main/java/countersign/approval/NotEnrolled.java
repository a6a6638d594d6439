package countersign.approval;

import countersign.request.RequestKey;

/**
 * The account has no opened key that the enrolment register lists, today and in the role of this
 * step, so its decisions cannot count.
 */
public record NotEnrolled(RequestKey key, String account) implements ApprovalOutcome {
  @Override
  public OutcomeKind kind() {
    return OutcomeKind.NOT_ENROLLED;
  }

  @Override
  public String message() {
    return "Request %s: the enrolment register does not list a key of %s that is valid today for this step. Ask the administrator to enrol the key of this account: `bin/countersign enrolment` prints it, and two signatories sign the register. Nothing was changed."
        .formatted(key, account);
  }
}
