package countersign.accounting;

import countersign.request.RequestKey;
import java.time.Instant;

/**
 * An answer that left before an older database was restored, as the journal of uploads names it.
 *
 * @param request key of the request
 * @param responseId response that carried the answer
 * @param outcome {@code DISCLOSED} or {@code NOT_DISCLOSED}
 * @param itemSha256 SHA-256 of the item's canonical bytes, hexadecimal
 * @param answeredAt when its upload began
 * @param line SHA-256 of the journal's line, hexadecimal
 */
public record ReconstructedAnswer(
    RequestKey request,
    String responseId,
    String outcome,
    String itemSha256,
    Instant answeredAt,
    String line) {

  /** Names the request only. */
  @Override
  public String toString() {
    return request.toString();
  }
}
