package countersign.casework;

import countersign.approval.WorkItem;
import countersign.intake.HeldList;
import countersign.request.RequestState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which cases and held items a reader of the work-list wants to see.
 *
 * @param agency the requesting agency; null for all
 * @param state the state of the request, which says for whom it waits; null for all. Held items
 *     have none of these states, so they are left out if it is given
 * @param dueWithinHours hours within which a person must decide; null for all
 */
record WorkListFilter(
    @Nullable String agency, @Nullable RequestState state, @Nullable Integer dueWithinHours) {

  public boolean isEmpty() {
    return name() == null && state == null && dueWithinHours == null;
  }

  /** The filter of cases. */
  WorkItem.Filter ofCases(Instant now) {
    return new WorkItem.Filter(name(), state, dueBy(now), null);
  }

  /** The filter of held items; empty if none is shown. */
  Optional<HeldList.Filter> ofHeld(Instant now) {
    return state == null ? Optional.of(new HeldList.Filter(name(), dueBy(now))) : Optional.empty();
  }

  private @Nullable String name() {
    return agency == null || agency.isBlank() ? null : agency.strip();
  }

  private @Nullable Instant dueBy(Instant now) {
    return dueWithinHours == null ? null : now.plus(Duration.ofHours(dueWithinHours));
  }
}
