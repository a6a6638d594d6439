package countersign.request;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names what goes out to a partner: a response, an acknowledgement or a recall notice. */
public sealed interface OutgoingId permits ResponseId, AcknowledgementId, OutgoingId.OfRecall {

  /** Which of them it is; everything that tells them apart switches over this. */
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
    ACKNOWLEDGEMENT,
    /** {@link OfRecall}. */
    RECALL_NOTICE
  }

  /**
   * Names the recall notice of a response: {@code responseId.rcl.RCL_YYYYMMDD_NNNN}.
   *
   * @param response the response that is recalled
   * @param recall the id that partners see
   */
  record OfRecall(ResponseId response, String recall) implements OutgoingId {
    private static final Pattern FORM = Pattern.compile("(.+)\\.rcl\\.(RCL_[0-9]{8}_[0-9]{4,9})");

    static boolean isOne(String text) {
      return FORM.matcher(text).matches();
    }

    /**
     * Reads an id.
     *
     * @throws IllegalArgumentException if it is not of that form
     */
    public static OfRecall parse(String text) {
      Matcher parts = FORM.matcher(text);
      if (!parts.matches()) {
        throw new IllegalArgumentException("A notice's id has the form responseId.rcl.recallId");
      }
      return new OfRecall(ResponseId.parse(parts.group(1)), parts.group(2));
    }

    @Override
    public DocumentType kind() {
      return DocumentType.RECALL_NOTICE;
    }

    @Override
    public FileId file() {
      return response.file();
    }

    @Override
    public String fileName() {
      return recall + ".rcl.json.pgp";
    }

    @Override
    public String toString() {
      return response + ".rcl." + recall;
    }
  }

  /**
   * Reads an id of any of these forms.
   *
   * @throws IllegalArgumentException if it has neither
   */
  static OutgoingId parse(String text) {
    if (OfRecall.isOne(text)) {
      return OfRecall.parse(text);
    }
    return ResponseId.isOne(text) ? ResponseId.parse(text) : AcknowledgementId.parse(text);
  }
}
