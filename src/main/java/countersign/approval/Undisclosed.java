package countersign.approval;

import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import java.util.List;

/**
 * A request of a group that is not approved, and so ends as NOT_DISCLOSED when the deadline comes.
 *
 * @param key which request
 * @param number its position in the file, from 1
 * @param state where it stands
 * @param inner why, for the accounting only; empty if nobody decided
 * @param decidedBy accounts that approved or refused it; empty if nobody did
 */
public record Undisclosed(
    RequestKey key,
    int number,
    RequestState state,
    List<ReasonCode> inner,
    List<String> decidedBy) {
  /** Copies the lists in. */
  public Undisclosed {
    inner = List.copyOf(inner);
    decidedBy = List.copyOf(decidedBy);
  }

  /** Names the request only. */
  @Override
  public String toString() {
    return key.toString();
  }
}
