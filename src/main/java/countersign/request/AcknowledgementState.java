package countersign.request;

/** Where an acknowledgement stands. */
public enum AcknowledgementState {
  /** Due; not written and sealed yet. */
  RELEASED,
  /** The sealed bytes are stored; every upload sends these. */
  SEALED,
  /** An upload may be under way until {@code upload_until}. */
  UPLOADING,
  /** In {@code outbox/} under its final name. */
  DELIVERED
}
