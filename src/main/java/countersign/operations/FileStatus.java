package countersign.operations;

import countersign.request.FileId;
import countersign.request.FileState;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Status of one file, without taxpayer data.
 *
 * @param id id of the file
 * @param partner partner whose inbox held the file
 * @param state state of the file
 * @param sizeBytes size of the sealed file as received
 * @param requests number of requests read; 0 if reading did not get that far
 * @param counts number of requests in each state that operators may see; contains every state
 * @param codes the file's own reason codes, sorted; empty if none
 * @param times times at which it reached each point
 */
public record FileStatus(
    FileId id,
    String partner,
    FileState state,
    long sizeBytes,
    int requests,
    Map<ObservableState, Long> counts,
    List<String> codes,
    Times times) {

  /** Makes immutable copies of the collections; adds the missing states with 0. */
  public FileStatus {
    Map<ObservableState, Long> all = new EnumMap<>(ObservableState.class);
    for (ObservableState seen : ObservableState.values()) {
      all.put(seen, counts.getOrDefault(seen, 0L));
    }
    counts = Collections.unmodifiableMap(all);
    codes = List.copyOf(codes);
  }

  /**
   * Times at which the file reached each point; null if it has not yet.
   *
   * @param receivedAt its bytes were stored
   * @param judgedAt the verdict was committed
   * @param acknowledgedAt the first acknowledgement was in the partner's outbox
   * @param movedAt the partner's file had left the inbox
   * @param answeredAt its last request was answered and delivered
   */
  public record Times(
      Instant receivedAt,
      @Nullable Instant judgedAt,
      @Nullable Instant acknowledgedAt,
      @Nullable Instant movedAt,
      @Nullable Instant answeredAt) {}
}
