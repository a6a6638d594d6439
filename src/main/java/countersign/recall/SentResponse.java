package countersign.recall;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A response that left, with what proves it.
 *
 * @param response its id
 * @param partner the partner in whose outbox it was put
 * @param agency the agency of its file
 * @param officers its recipients
 * @param requests the requests that it answers, by the accounting
 * @param deliveredAt when the upload had succeeded; null while it may be uploading
 * @param deliveredEvent number of the ledger's event about that; null as long
 * @param sealedSha256 hash of the bytes that left, hexadecimal
 * @param entries digests of its accounting entries, hexadecimal, as the ledger's event of its
 *     release covers them
 */
public record SentResponse(
    String response,
    String partner,
    String agency,
    List<String> officers,
    List<String> requests,
    @Nullable Instant deliveredAt,
    @Nullable Long deliveredEvent,
    String sealedSha256,
    List<String> entries) {
  /** Copies the lists. */
  public SentResponse {
    officers = List.copyOf(officers);
    requests = List.copyOf(requests);
    entries = List.copyOf(entries);
  }
}
