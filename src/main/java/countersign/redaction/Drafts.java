package countersign.redaction;

import countersign.request.SliceId;
import java.util.List;

/** A looked-up slice after the allow-list: each of its requests is in exactly one list. */
public sealed interface Drafts permits RedactedSlice {
  /** Which slice. */
  SliceId slice();

  /** What reviewers will see, in the order of the file. */
  List<Draft> drafts();

  /** What ends without disclosure, in the order of the file. */
  List<NoDraft> others();
}
