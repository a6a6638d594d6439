package countersign.records;

import countersign.request.SliceId;
import java.util.List;

/** The only implementation of {@link Matches}. */
record MatchedSlice(SliceId slice, String agreementId, List<Match> matches, List<NoMatch> others)
    implements Matches {
  MatchedSlice {
    matches = List.copyOf(matches);
    others = List.copyOf(others);
  }

  /** Returns the slice's id only, because the other values are personal data. */
  @Override
  public String toString() {
    return slice.toString();
  }
}
