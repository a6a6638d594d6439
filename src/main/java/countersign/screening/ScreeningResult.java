package countersign.screening;

import countersign.request.FileDetail;
import countersign.request.FileId;
import countersign.request.FileState;
import countersign.request.ReasonCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Result that a gateway without history would give for a request file.
 *
 * @param file file id, or the id derived from its content if the name contains none
 * @param receivedAt assumed time of the pick-up; every date is compared with it
 * @param sealedSha256 SHA-256 of the sealed file, hexadecimal; null for a plaintext file
 * @param state REFUSED, HELD or IN_PROGRESS
 * @param codes the file's own codes, sorted
 * @param faults which part of a file code applies
 * @param agreement id of the agreement in the header; null if the file was not read that far
 * @param counts number of requests in each state
 * @param requests requests with codes of their own, in the order of the file
 */
public record ScreeningResult(
    FileId file,
    Instant receivedAt,
    @Nullable String sealedSha256,
    FileState state,
    List<ReasonCode> codes,
    List<SchemaFault> faults,
    @Nullable String agreement,
    Counts counts,
    List<Found> requests) {
  /** Makes unmodifiable copies of the lists. */
  public ScreeningResult {
    codes = List.copyOf(codes);
    faults = List.copyOf(faults);
    requests = List.copyOf(requests);
  }

  /**
   * Numbers of requests.
   *
   * @param all requests that were read
   * @param refused requests refused for their own codes or with their file
   * @param held requests that wait for a person, for their own codes or with their file
   */
  public record Counts(int all, int refused, int held) {
    /** Number of requests that would be looked up. */
    public int taken() {
      return all - refused - held;
    }
  }

  /**
   * One request with codes.
   *
   * @param requestId the partner's id of the request
   * @param refused whether the request is refused; otherwise it is held
   * @param codes at least one code, sorted
   * @param malformed names, in the schema, of the fields for which the request gets F109, sorted
   */
  public record Found(
      String requestId, boolean refused, List<ReasonCode> codes, List<String> malformed) {
    /** Makes unmodifiable copies of the lists. */
    public Found {
      codes = List.copyOf(codes);
      malformed = List.copyOf(malformed);
    }
  }

  /** The part of each file code that applies, as the acknowledgement lists it. */
  public List<FileDetail> details() {
    return faults.stream().map(SchemaFault::detail).toList();
  }

  /** Whether nothing is refused and nothing is held. */
  public boolean isClean() {
    return codes.isEmpty() && counts.refused() == 0 && counts.held() == 0;
  }
}
