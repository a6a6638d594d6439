package countersign.request;

/**
 * Names one request of one file, everywhere inside the gateway.
 *
 * @param file the file it came in
 * @param requestId the partner's own id, {@code [A-Z0-9-]{1,40}}, unique in the file
 */
public record RequestKey(FileId file, String requestId) {
  /** Checks the form, so that no free text can travel as an id. */
  public RequestKey {
    if (!requestId.matches("[A-Z0-9-]{1,40}")) {
      throw new IllegalArgumentException("A request id is 1 to 40 of A-Z, 0-9 and hyphen");
    }
  }

  /**
   * Reads {@code fileId/requestId}.
   *
   * @throws IllegalArgumentException if it is not of that form
   */
  public static RequestKey parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("A request key has the form fileId/requestId");
    }
    return new RequestKey(new FileId(text.substring(0, slash)), text.substring(slash + 1));
  }

  @Override
  public String toString() {
    return file + "/" + requestId;
  }
}
