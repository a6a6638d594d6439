package countersign.request;

/**
 * Where a response or an acknowledgement stands; each constant says what is true if the process
 * dies right there.
 */
public enum ResponseState {
  /** Content fixed and accounted for; not sealed yet. */
  RELEASED,
  /** The sealed bytes are stored; every upload sends these. */
  SEALED,
  /** An upload may be under way until {@code upload_until}. */
  UPLOADING,
  /** It lies in {@code outbox/} under its final name. */
  DELIVERED,
  /** The officer confirmed the same SHA-256. */
  RECEIVED,
  /** The officer certified return or destruction. Final. */
  DISPOSED,
  /** Taken back before the upload. Final. */
  WITHDRAWN,
  /** Recalled after delivery. */
  RECALLED
}
