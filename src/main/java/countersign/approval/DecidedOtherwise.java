package countersign.approval;

import countersign.request.RequestKey;
import countersign.request.RequestState;

/**
 * The same person decided this already, with other answers, another reason or about another draft.
 * The stored decision stays as it is, and what was sent now is not lost in silence.
 */
public record DecidedOtherwise(RequestKey key, RequestState state) implements ApprovalOutcome {
  @Override
  public OutcomeKind kind() {
    return OutcomeKind.DECIDED_OTHERWISE;
  }

  @Override
  public String message() {
    return "Request %s is %s by your own decision, which has other answers, another reason or another draft than this call. A decision is not replaced. If an answer is now yes, deny the request. Nothing was changed."
        .formatted(key, state);
  }
}
