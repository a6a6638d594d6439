package countersign.console;

import countersign.request.Actor;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Holds in memory. */
final class FakeHolds implements Holds {
  private final List<Hold> holds = new ArrayList<>();
  private final Clock clock;

  FakeHolds(Clock clock) {
    this.clock = clock;
  }

  void clear() {
    holds.clear();
  }

  @Override
  public List<Hold> all() {
    return holds.stream()
        .sorted(
            Comparator.comparing(Hold::stands)
                .reversed()
                .thenComparing(Comparator.comparing(Hold::id).reversed()))
        .toList();
  }

  @Override
  public Hold set(String scope, String value, Actor actor, String reason) {
    Hold hold =
        new Hold(
            holds.size() + 1L,
            scope,
            value,
            reason,
            actor.id(),
            clock.instant(),
            clock.instant(),
            null,
            null,
            null);
    holds.add(hold);
    return hold;
  }

  @Override
  public Optional<Hold> lift(long id, Actor actor, String reason) {
    Optional<Hold> found = byId(id);
    if (found.isEmpty() || !found.get().stands()) {
      return found;
    }
    Hold old = found.get();
    Hold lifted =
        new Hold(
            id,
            old.scope(),
            old.value(),
            old.reason(),
            old.setBy(),
            old.setAt(),
            old.inForceAt(),
            actor.id(),
            clock.instant(),
            reason);
    holds.set((int) id - 1, lifted);
    return Optional.of(lifted);
  }
}
