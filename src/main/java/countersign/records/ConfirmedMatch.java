package countersign.records;

import countersign.request.Request;
import countersign.request.Request.Address;
import countersign.request.RequestKey;

/** The one kind of {@link Match}. */
record ConfirmedMatch(
    RequestKey key,
    Request request,
    AddressConfirmed confirmed,
    Address lastKnown,
    String asOf,
    Evidence evidence)
    implements Match {
  /** Names the request only. */
  @Override
  public String toString() {
    return key.toString();
  }
}
