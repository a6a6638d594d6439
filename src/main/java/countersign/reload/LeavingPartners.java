package countersign.reload;

import countersign.operations.PartnerWork;
import countersign.pause.PartnerPauses;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Whether partners may be removed while the gateway runs: only after a pause, and only when nothing
 * is unfinished for them, so that no file and no answer is lost.
 */
final class LeavingPartners {
  private final PartnerPauses pauses;
  private final PartnerWork.Finder work;

  LeavingPartners(PartnerPauses pauses, PartnerWork.Finder work) {
    this.pauses = pauses;
    this.work = work;
  }

  /** Why partners may not be removed now. */
  List<String> objections(Collection<String> partners) {
    List<String> found = new ArrayList<>();
    for (String partner : partners) {
      PartnerWork left = work.of(partner);
      if (!pauses.isPaused(partner)) {
        found.add(
            "PARTNER_NOT_PAUSED  %s · a partner is removed after a pause only, so that no file arrives meanwhile. Pause it, then reload again."
                .formatted(partner));
      }
      if (!left.isDone()) {
        found.add(
            "PARTNER_HAS_WORK  %s · files not answered: %d; answers not uploaded: %d. It stays in force. Resume it until they are done, then pause it and reload again."
                .formatted(partner, left.files(), left.uploads()));
      }
    }
    return found;
  }
}
