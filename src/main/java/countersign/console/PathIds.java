package countersign.console;

import countersign.request.FileId;
import countersign.request.RequestKey;
import java.util.Optional;

/** Parses ids in paths; the result is empty if the text is not a valid id. Stateless. */
public final class PathIds {
  private PathIds() {}

  static Optional<FileId> file(String text) {
    try {
      return Optional.of(new FileId(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The key of a request. */
  public static Optional<RequestKey> request(String file, String request) {
    try {
      return Optional.of(new RequestKey(new FileId(file), request));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static ApiException unknownFile() {
    return ApiException.of(ConsoleRefusal.C404_UNKNOWN, "No file has this id.");
  }

  /** The error for a request that does not exist. */
  public static ApiException unknownRequest() {
    return ApiException.of(ConsoleRefusal.C404_UNKNOWN, "No request has this id.");
  }
}
