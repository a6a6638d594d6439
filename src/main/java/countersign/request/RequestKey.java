package countersign.request;

/**
 * Identifies one request of one file everywhere inside the gateway.
 *
 * @param file the file that contains the request
 * @param requestId the partner's own id, {@code [A-Z0-9-]{1,40}}, unique in the file
 */
public record RequestKey(FileId file, String requestId) {
  /**
   * Checks the format, so that free text cannot be used as an id.
   *
   * @throws IllegalArgumentException if {@code requestId} is not 1 to 40 of A-Z, 0-9 and hyphen
   */
  public RequestKey {
    if (!requestId.matches("[A-Z0-9-]{1,40}")) {
      throw new IllegalArgumentException("A request id is 1 to 40 of A-Z, 0-9 and hyphen");
    }
  }

  /**
   * Parses {@code fileId/requestId}.
   *
   * @throws IllegalArgumentException if the text does not have that format
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
