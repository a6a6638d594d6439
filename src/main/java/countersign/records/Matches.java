package countersign.records;

import countersign.request.SliceId;
import java.util.List;

/** Result of looking up a slice: each of its requests is in exactly one of the two lists. */
public sealed interface Matches permits MatchedSlice {
  /** Id of the slice. */
  SliceId slice();

  /** Id of the agreement that the file names. */
  String agreementId();

  /** Matched requests, which can become drafts, in the order of the file. */
  List<Match> matches();

  /** Requests without a match, in the order of the file. */
  List<NoMatch> others();
}
