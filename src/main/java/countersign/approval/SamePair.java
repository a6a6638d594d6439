package countersign.approval;

import countersign.request.RequestKey;

/**
 * The same two people signed too many cases in a row, and a third person is present.
 *
 * @param key the request's key
 * @param endorser the account that endorsed it
 * @param times number of cases in a row
 */
public record SamePair(RequestKey key, String endorser, int times) implements ApprovalOutcome {
  @Override
  public OutcomeKind kind() {
    return OutcomeKind.SAME_PAIR;
  }

  @Override
  public String message() {
    return "Request %s: you countersigned the last %d cases that %s endorsed. Another countersigner is present and must take this one. Nothing was changed."
        .formatted(key, times, endorser);
  }
}
