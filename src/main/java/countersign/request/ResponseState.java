package countersign.request;

/** State of a response. Each constant says what is true if the process stops in that state. */
public enum ResponseState implements OutgoingState {
  /** The content is fixed and accounted for, but not yet sealed. */
  RELEASED,
  /** The sealed bytes are stored; every upload sends these bytes. */
  SEALED,
  /** An upload may be in progress until {@code upload_until}. */
  UPLOADING,
  /** The file is in {@code outbox/} under its final name. */
  DELIVERED,
  /** The officer confirmed the same SHA-256. */
  RECEIVED,
  /** The officer certified return or destruction. Final. */
  DISPOSED,
  /** Withdrawn before the upload. Final. */
  WITHDRAWN,
  /** Recalled after delivery. */
  RECALLED,
  /**
   * In {@code outbox/} before the database was restored; the journal of uploads says so. It is
   * never uploaded again. Final.
   */
  DELIVERED_BEFORE
}
