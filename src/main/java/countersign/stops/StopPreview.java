package countersign.stops;

import java.util.List;

/**
 * What a stop would catch: numbers of requests and ids of files and responses, never a person. A
 * request that was looked up counts as taken, so that nobody reads from it what was found.
 *
 * @param held requests that wait for a decision before their look-up
 * @param taken requests that are accepted and whose answer is not uploaded
 * @param files files with such requests, and files that are not judged yet
 * @param fileIds the ids of these files, the newest first, at most {@value #MOST}
 * @param left responses that were uploaded, or may be uploading: the stop comes too late for them
 * @param leftIds the ids of these responses, the newest first, at most {@value #MOST}
 */
public record StopPreview(
    long held, long taken, long files, List<String> fileIds, long left, List<String> leftIds) {
  /** The length of each list at most. */
  public static final int MOST = 500;

  /** Makes immutable copies of the lists. */
  public StopPreview {
    fileIds = List.copyOf(fileIds);
    leftIds = List.copyOf(leftIds);
  }

  /** Whether nothing waits in the scope now; a stop may still catch what arrives later. */
  public boolean catchesNothing() {
    return held == 0 && taken == 0 && files == 0;
  }
}
