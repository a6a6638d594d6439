package countersign.reviewdesk;

import countersign.approval.WorkItem;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import java.util.List;

/** The result of an attempt to claim a case. Only {@link Claimed} gives the case to the person. */
public sealed interface ClaimOutcome {

  /** The person holds the claim. */
  record Claimed(WorkItem item, CaseClaim claim) implements ClaimOutcome {}

  /** Another person holds the claim. */
  record ByOther(CaseClaim claim) implements ClaimOutcome {}

  /**
   * The person holds as many claims as the settings allow.
   *
   * @param open the cases that the person claimed
   */
  record TooMany(List<RequestKey> open) implements ClaimOutcome {
    /** Copies the list. */
    public TooMany {
      open = List.copyOf(open);
    }
  }

  /** The case does not wait for this person. */
  record NotOffered(RequestKey key, RequestState state) implements ClaimOutcome {}

  /** There is no such case for this person. */
  record Unknown(RequestKey key) implements ClaimOutcome {}

  /** No case waits for this person. */
  record NothingWaits() implements ClaimOutcome {}
}
