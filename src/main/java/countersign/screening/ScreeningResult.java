package countersign.screening;

import countersign.request.FileDetail;
import countersign.request.FileId;
import countersign.request.FileState;
import countersign.request.ReasonCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway without history would say to a request file.
 *
 * @param file its id, or the one that its content gives it
 * @param receivedAt when it is taken to be picked up: every date is measured then
 * @param sealedSha256 hexadecimal; null for a plain file
 * @param state REFUSED, HELD or IN_PROGRESS
 * @param codes the file's own, sorted
 * @param details which part of a file code applies
 * @param agreement the one its header names; null if it was not read that far
 * @param counts how many requests stand where on their own account
 * @param requests those with codes of their own, in the order of the file
 */
public record ScreeningResult(
    FileId file,
    Instant receivedAt,
    @Nullable String sealedSha256,
    FileState state,
    List<ReasonCode> codes,
    List<FileDetail> details,
    @Nullable String agreement,
    Counts counts,
    List<Found> requests) {
  /** Copies the lists in. */
  public ScreeningResult {
    codes = List.copyOf(codes);
    details = List.copyOf(details);
    requests = List.copyOf(requests);
  }

  /**
   * How many.
   *
   * @param all that were read
   * @param refused on their own account, or with their file
   * @param held waiting for a person, on their own account or with their file
   */
  public record Counts(int all, int refused, int held) {
    /** What would be looked up. */
    public int taken() {
      return all - refused - held;
    }
  }

  /**
   * One request with codes.
   *
   * @param requestId the partner's id
   * @param refused whether it is refused; otherwise it is held
   * @param codes at least one, sorted
   */
  public record Found(String requestId, boolean refused, List<ReasonCode> codes) {
    /** Copies the list in. */
    public Found {
      codes = List.copyOf(codes);
    }
  }

  /** Whether nothing is refused and nothing held. */
  public boolean isClean() {
    return codes.isEmpty() && counts.refused() == 0 && counts.held() == 0;
  }
}
