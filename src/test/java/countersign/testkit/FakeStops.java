package countersign.testkit;

import countersign.authority.Stop;
import countersign.authority.Stops;
import countersign.request.Actor;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps stops in memory, including lifted ones. */
public final class FakeStops implements Stops {
  private final List<Stop> stops = new ArrayList<>();
  private final Clock clock;

  /** Creates the store without a stop. */
  public FakeStops(Clock clock) {
    this.clock = clock;
  }

  /** Removes all stops. */
  public void clear() {
    stops.clear();
  }

  @Override
  public List<Stop> all() {
    return stops.stream()
        .sorted(Comparator.comparing(Stop::active).thenComparing(Stop::number).reversed())
        .toList();
  }

  @Override
  public List<Stop> active(Stop.Disclosure disclosure) {
    return stops.stream().filter(stop -> stop.active() && stop.covers(disclosure)).toList();
  }

  @Override
  public Optional<Stop> find(long number) {
    return stops.stream().filter(stop -> stop.number() == number).findFirst();
  }

  @Override
  public Stop set(Stop.Scope scope, String value, Actor actor, String reason) {
    Stop stop = stop(stops.size() + 1L, scope, value, reason, actor.id(), null);
    stops.add(stop);
    return stop;
  }

  private Stop stop(
      long number,
      Stop.Scope scope,
      String value,
      String reason,
      String setBy,
      Stop.@Nullable Lifting lifting) {
    return new Stop(number, scope, value, reason, setBy, clock.instant(), clock.instant(), lifting);
  }

  @Override
  public Optional<Stop> lift(long number, Actor actor, String reason) {
    Optional<Stop> found = find(number);
    if (found.isEmpty() || !found.get().active()) {
      return found;
    }
    Stop old = found.get();
    Stop lifted =
        stop(
            number,
            old.scope(),
            old.value(),
            old.reason(),
            old.setBy(),
            new Stop.Lifting(actor.id(), clock.instant(), reason));
    stops.set((int) number - 1, lifted);
    return Optional.of(lifted);
  }

  @Override
  public int confirm() {
    return 0;
  }
}
