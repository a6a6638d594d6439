package countersign.recall;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A recall.
 *
 * @param number its number
 * @param selection by what responses are recalled
 * @param code why
 * @param responses how many responses the first person saw
 * @param proposedBy the first person
 * @param byCounsel whether the first person is counsel
 * @param confirmedBy the second person; null while it is a proposal
 * @param stop number of the stop that was set with it; null while it is a proposal
 * @param notices number of its notices
 * @param delivered how many of them lie in an outbox
 * @param awaited how many certificates are awaited: one for each response and officer
 * @param certified how many have come
 */
public record Recall(
    long number,
    Selection selection,
    RecallCode code,
    int responses,
    String proposedBy,
    boolean byCounsel,
    Instant proposedAt,
    @Nullable String confirmedBy,
    @Nullable Instant confirmedAt,
    @Nullable Long stop,
    int notices,
    int delivered,
    int awaited,
    int certified) {

  /** Whether every certificate has come. */
  public boolean isEnded() {
    return confirmedBy != null && certified == awaited;
  }
}
