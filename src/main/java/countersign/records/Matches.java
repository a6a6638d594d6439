package countersign.records;

import countersign.request.SliceId;
import java.util.List;

/** A slice that was looked up: each of its requests is in exactly one of the two lists. */
public sealed interface Matches permits MatchedSlice {
  /** Which slice. */
  SliceId slice();

  /** The agreement that the file relies on. */
  String agreementId();

  /** What may become a draft, in the order of the file. */
  List<Match> matches();

  /** What may not, in the order of the file. */
  List<NoMatch> others();
}
