package countersign.request;

/** State of a document that goes to a partner. */
public sealed interface OutgoingState permits ResponseState, AcknowledgementState {
  /** The stored value. */
  String name();
}
