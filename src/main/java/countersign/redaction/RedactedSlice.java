package countersign.redaction;

import countersign.request.SliceId;
import java.util.List;

/** The only implementation of {@link Drafts}. */
record RedactedSlice(SliceId slice, List<Draft> drafts, List<NoDraft> others) implements Drafts {
  RedactedSlice {
    drafts = List.copyOf(drafts);
    others = List.copyOf(others);
  }

  /** Returns the slice's id only, because the other values are personal data. */
  @Override
  public String toString() {
    return slice.toString();
  }
}
