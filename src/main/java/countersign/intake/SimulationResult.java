package countersign.intake;

import countersign.request.FileId;
import countersign.request.ReasonCode;
import java.util.List;

/**
 * What came of a simulation, beside its differences.
 *
 * @param files that were judged again
 * @param requests of these
 * @param differences files and requests with other codes
 * @param destroyed files whose key is destroyed, so that nobody can judge them again
 * @param drifted requests that the rules in force would judge otherwise today than when they were
 *     received, because registers or agreements have changed since
 */
public record SimulationResult(
    long files, long requests, long differences, long destroyed, long drifted) {

  /**
   * A file or request that other rules judge otherwise.
   *
   * @param file the file
   * @param requestId the request; empty for the file itself
   * @param gained codes that only the new rules give
   * @param lost codes that only the rules in force give
   */
  public record Difference(
      FileId file, String requestId, List<ReasonCode> gained, List<ReasonCode> lost) {
    /** Copies the lists in. */
    public Difference {
      gained = List.copyOf(gained);
      lost = List.copyOf(lost);
    }
  }
}
