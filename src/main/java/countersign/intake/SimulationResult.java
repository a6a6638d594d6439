package countersign.intake;

import countersign.request.FileId;
import countersign.request.ReasonCode;
import java.util.List;

/**
 * The numbers of a simulation.
 *
 * @param files files that were judged again
 * @param requests requests of these files
 * @param differences files and requests with other codes
 * @param destroyed files that cannot be judged again because their key is destroyed
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
