package countersign.intake;

import countersign.request.Request;
import countersign.request.RequestKey;

/**
 * One request that was taken.
 *
 * @param key key of the request inside the gateway
 * @param number position in the file, from 1
 * @param request as the partner wrote it
 */
public record ScreenedRequest(RequestKey key, int number, Request request) {
  /** Contains the key only, because the content belongs in no log. */
  @Override
  public String toString() {
    return key.toString();
  }
}
