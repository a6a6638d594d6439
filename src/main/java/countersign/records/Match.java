package countersign.records;

import countersign.request.Request;
import countersign.request.Request.Address;
import countersign.request.RequestKey;

/**
 * One taxpayer was found, the stated address is one of theirs, and the last known address comes
 * from a period that was asked for. Only this package can make one.
 */
public sealed interface Match permits ConfirmedMatch {
  /** Which request. */
  RequestKey key();

  /** What was asked, as written. */
  Request request();

  /** Proof that the stated address is one of the taxpayer's. */
  AddressConfirmed confirmed();

  /** The last known address as held. */
  Address lastKnown();

  /** Tax year it comes from, four digits. */
  String asOf();

  /** How the match was made. */
  Evidence evidence();
}
