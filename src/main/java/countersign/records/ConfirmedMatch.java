package countersign.records;

import countersign.request.Request;
import countersign.request.Request.Address;
import countersign.request.RequestKey;

/** The only implementation of {@link Match}. */
record ConfirmedMatch(
    RequestKey key,
    Request request,
    AddressConfirmed confirmed,
    Address lastKnown,
    String asOf,
    Evidence evidence)
    implements Match {
  /** Returns the request's key only, because the other values are personal data. */
  @Override
  public String toString() {
    return key.toString();
  }
}
