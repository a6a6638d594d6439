package countersign.records;

import countersign.request.SliceId;
import java.util.List;

/** The one kind of {@link Matches}. */
record MatchedSlice(SliceId slice, String agreementId, List<Match> matches, List<NoMatch> others)
    implements Matches {
  MatchedSlice {
    matches = List.copyOf(matches);
    others = List.copyOf(others);
  }

  /** Names the slice only. */
  @Override
  public String toString() {
    return slice.toString();
  }
}
