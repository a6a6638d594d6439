package countersign.casework;

import countersign.approval.WorkItem;
import countersign.intake.HeldList.HeldItem;
import countersign.request.FileId;
import countersign.request.RequestState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which cases and held items a reader of the work-list wants to see.
 *
 * @param agency the requesting agency; null for all
 * @param state the state of the request, which says for whom it waits; HELD for held files and
 *     requests only; null for all
 * @param dueWithinHours hours within which a person must decide; null for all
 */
record WorkListFilter(
    @Nullable String agency, @Nullable RequestState state, @Nullable Integer dueWithinHours) {

  public boolean isEmpty() {
    return isAnyAgency() && state == null && dueWithinHours == null;
  }

  private boolean isAnyAgency() {
    return agency == null || agency.isBlank();
  }

  boolean shows(WorkItem item, Instant now) {
    return isOfAgency(item.key().file())
        && (state == null || state == item.state())
        && isDue(item.dueAt().orElse(null), now);
  }

  boolean shows(HeldItem item, Instant now) {
    return (state == null || state == RequestState.HELD)
        && isOfAgency(item.file())
        && isDue(item.lapsesAt(), now);
  }

  private boolean isOfAgency(FileId file) {
    return agency == null
        || agency.isBlank()
        || (file.isNamed() && file.agency().equalsIgnoreCase(agency.strip()));
  }

  private boolean isDue(@Nullable Instant due, Instant now) {
    return dueWithinHours == null
        || (due != null && !due.isAfter(now.plus(Duration.ofHours(dueWithinHours))));
  }
}
