package countersign.redaction;

import countersign.request.SliceId;
import java.util.List;

/** A slice after redaction: each of its requests is in exactly one of the two lists. */
public sealed interface Drafts permits RedactedSlice {
  /** Id of the slice. */
  SliceId slice();

  /** Drafts for the reviewers, in the order of the file. */
  List<Draft> drafts();

  /** Requests without a disclosure, in the order of the file. */
  List<NoDraft> others();
}
