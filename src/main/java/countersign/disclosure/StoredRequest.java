package countersign.disclosure;

import countersign.request.RequestKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is stored, with its draft: decrypted, and neither read nor believed yet.
 *
 * @param number its position in the file, from 1
 * @param body the canonical bytes of the request
 */
record StoredRequest(RequestKey key, int number, Context context, byte[] body, Draft draft) {

  /** The columns of its file. */
  record Context(
      String partner,
      String agency,
      String agreement,
      @Nullable String requester,
      Instant receivedAt,
      @Nullable String ruleSet) {}

  /**
   * The stored draft.
   *
   * @param generation its number, from 1
   * @param sha256 the stored hash of its bytes
   * @param item its bytes
   */
  record Draft(int generation, byte[] sha256, byte[] item) {}

  /** Contains only the request's key. */
  @Override
  public String toString() {
    return key.toString();
  }
}
