package countersign.journal;

import countersign.request.OutgoingId;
import countersign.request.RequestKey;
import java.util.List;

/**
 * A sealed file whose upload is about to begin.
 *
 * @param id the response or acknowledgement
 * @param partner the partner whose outbox receives it
 * @param sha256 SHA-256 of the sealed bytes, hexadecimal
 * @param bytes the number of the sealed bytes
 * @param results the results in a response, in its order; none for an acknowledgement
 */
public record Upload(
    OutgoingId id, String partner, String sha256, long bytes, List<Result> results) {
  /** Makes an immutable copy of the list. */
  public Upload {
    results = List.copyOf(results);
  }

  /**
   * The answer to one request.
   *
   * @param requestId the request's id in its file
   * @param outcome {@code DISCLOSED} or {@code NOT_DISCLOSED}
   * @param itemSha256 SHA-256 of the item's canonical bytes, hexadecimal
   */
  public record Result(String requestId, String outcome, String itemSha256) {}

  /** The keys of the requests that it answers, in its order. */
  public List<String> requests() {
    return results.stream()
        .map(result -> new RequestKey(id.file(), result.requestId()).toString())
        .toList();
  }

  /** Contains only the id. */
  @Override
  public String toString() {
    return id.toString();
  }
}
