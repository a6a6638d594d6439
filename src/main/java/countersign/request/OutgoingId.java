package countersign.request;

/** Names what goes out to a partner: a response or an acknowledgement. */
public sealed interface OutgoingId permits ResponseId, AcknowledgementId {

  /** Which of the two it is; everything that tells them apart switches over this. */
  DocumentType kind();

  /** The partner's file that it answers. */
  FileId file();

  /** Its name in the partner's outbox. */
  String fileName();

  /** What can go out. */
  enum DocumentType {
    /** {@link ResponseId}. */
    RESPONSE,
    /** {@link AcknowledgementId}. */
    ACKNOWLEDGEMENT
  }

  /**
   * Reads an id of either form.
   *
   * @throws IllegalArgumentException if it has neither
   */
  static OutgoingId parse(String text) {
    return ResponseId.isOne(text) ? ResponseId.parse(text) : AcknowledgementId.parse(text);
  }
}
