package countersign.request;

/** State of an acknowledgement. */
public enum AcknowledgementState implements OutgoingState {
  /** Due; not written and sealed yet. */
  RELEASED,
  /** The sealed bytes are stored; every upload sends these. */
  SEALED,
  /** An upload may be under way until {@code upload_until}. */
  UPLOADING,
  /** In {@code outbox/} under its final name. */
  DELIVERED
}
