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
 * Where one file stands, without anything of a taxpayer.
 *
 * @param id the file
 * @param partner whose inbox it came from
 * @param state where it stands
 * @param sizeBytes of the sealed file as received
 * @param requests how many requests were read; 0 if reading did not get that far
 * @param counts how many of them stand where, as far as operators may see; every word is there
 * @param codes the file's own reason codes, sorted; empty if none
 * @param times when it passed which point
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

  /** Copies the collections in and adds the words that are missing, as 0. */
  public FileStatus {
    Map<ObservableState, Long> all = new EnumMap<>(ObservableState.class);
    for (ObservableState seen : ObservableState.values()) {
      all.put(seen, counts.getOrDefault(seen, 0L));
    }
    counts = Collections.unmodifiableMap(all);
    codes = List.copyOf(codes);
  }

  /**
   * When it passed which point; null: not yet.
   *
   * @param receivedAt its bytes were kept
   * @param judgedAt the verdict was committed
   * @param acknowledgedAt the first acknowledgement lay in the partner's outbox
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
