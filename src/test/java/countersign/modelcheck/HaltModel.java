package countersign.modelcheck;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the rules say about one stop or one veto, which the account {@code dunn} sets. */
final class HaltModel {
  private final boolean veto;
  private boolean stands;
  private @Nullable String proposedBy;
  private Instant proposalEnds = Instant.MIN;

  HaltModel(boolean veto) {
    this.veto = veto;
  }

  boolean stands() {
    return stands;
  }

  String set() {
    if (stands) {
      return "NOTHING";
    }
    stands = true;
    proposedBy = null;
    return "DONE";
  }

  /** All but {@code paul} are counsel. */
  String lift(String by, Instant now) {
    if (!stands) {
      return "NOTHING";
    }
    boolean proposed = proposedBy != null && now.isBefore(proposalEnds);
    boolean setter = by.equals("dunn");
    if (proposed && by.equals(proposedBy)) {
      return "NOT_ALLOWED";
    }
    if (veto && !proposed && !setter) {
      return "NOT_ALLOWED";
    }
    if (proposed && !setter) {
      stands = false;
    } else {
      proposedBy = by;
      proposalEnds = now.plus(Duration.ofHours(24));
    }
    return "DONE";
  }
}
