package countersign.records;

import countersign.request.Request;
import countersign.request.Request.Address;
import countersign.request.RequestKey;

/**
 * A confirmed match: exactly one taxpayer was found, the stated address is one of theirs, and the
 * last known address is from a requested period. Only this package can create one.
 */
public sealed interface Match permits ConfirmedMatch {
  /** Key of the request. */
  RequestKey key();

  /** The request, as written. */
  Request request();

  /** Proof that the stated address is one of the taxpayer's. */
  AddressConfirmed confirmed();

  /** The last known address as held. */
  Address lastKnown();

  /** Tax year of the last known address, four digits. */
  String asOf();

  /** How the match was found. */
  Evidence evidence();
}
