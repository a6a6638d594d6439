package countersign.access;

/** Codes for requests that no page and no call may receive. */
public enum RequestRefusal {
  /** The request does not have the published form. */
  C400_MALFORMED(400, "The call does not have the published form."),
  /** The body of a call is not in UTF-8. */
  C415_NOT_UTF8(415, "The body is not in UTF-8."),
  /** The body is too long. */
  C413_TOO_LARGE(413, "The body is longer than 64 KiB.");

  private final int status;
  private final String sentence;

  RequestRefusal(int status, String sentence) {
    this.status = status;
    this.sentence = sentence;
  }

  /** The HTTP status of the answer. */
  public int status() {
    return status;
  }

  /** The meaning of the code. */
  public String sentence() {
    return sentence;
  }
}
