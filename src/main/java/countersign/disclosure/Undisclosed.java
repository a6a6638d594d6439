package countersign.disclosure;

import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import java.util.List;

/**
 * A request of a group that is not approved. The deadline answers it with NOT_DISCLOSED.
 *
 * @param key the request's key
 * @param number its position in the file, from 1
 * @param state the request's state
 * @param internalReason the internal reason, for the accounting only; empty if there is no decision
 * @param decidedBy the accounts that approved or denied it; may be empty
 */
public record Undisclosed(
    RequestKey key,
    int number,
    RequestState state,
    List<ReasonCode> internalReason,
    List<String> decidedBy) {
  /** Copies the lists. */
  public Undisclosed {
    internalReason = List.copyOf(internalReason);
    decidedBy = List.copyOf(decidedBy);
  }

  /** The same with this reason for the accounting, unless it has one. */
  public Undisclosed orBecause(ReasonCode reason) {
    return internalReason.isEmpty()
        ? new Undisclosed(key, number, state, List.of(reason), decidedBy)
        : this;
  }

  /** Contains only the request's key. */
  @Override
  public String toString() {
    return key.toString();
  }
}
