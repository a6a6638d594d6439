package countersign.approval;

import countersign.request.Request;
import countersign.request.RequestKey;

/**
 * Two different people signed the SHA-256 of exactly these bytes, and neither word has lapsed: read
 * again from the tables and hashed again in the transaction that releases. Only this package can
 * make one.
 */
public sealed interface ApprovedDisclosure permits SignedDisclosure {
  /** Which request. */
  RequestKey key();

  /** Its position in the file, from 1. */
  int number();

  /** What was asked. */
  Request request();

  /** The canonical bytes that both signed. */
  byte[] item();

  /** SHA-256 of {@link #item()}, hexadecimal. */
  String sha256();

  /** Account that endorsed. */
  String endorsedBy();

  /** Another account, which countersigned. */
  String countersignedBy();
}
