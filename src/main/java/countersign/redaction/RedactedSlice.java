package countersign.redaction;

import countersign.request.SliceId;
import java.util.List;

/** The one kind of {@link Drafts}. */
record RedactedSlice(SliceId slice, List<Draft> drafts, List<NoDraft> others) implements Drafts {
  RedactedSlice {
    drafts = List.copyOf(drafts);
    others = List.copyOf(others);
  }

  /** Names the slice only. */
  @Override
  public String toString() {
    return slice.toString();
  }
}
