package countersign.approval;

import countersign.request.RequestKey;
import java.time.Instant;

/**
 * Another person works on the case.
 *
 * @param key the request's key
 * @param account the account that claimed it
 * @param until the time at which that claim ends, unless work on the case extends it
 */
public record ClaimedByOther(RequestKey key, String account, Instant until)
    implements ApprovalOutcome {
  @Override
  public OutcomeKind kind() {
    return OutcomeKind.CLAIMED;
  }

  @Override
  public String message() {
    return "Request %s: %s works on it until %s. Take another case. Nothing was changed."
        .formatted(key, account, until);
  }
}
