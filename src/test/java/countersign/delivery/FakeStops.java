package countersign.delivery;

import countersign.authority.Stop;
import countersign.authority.Stops;
import countersign.request.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stops that a test sets. */
public final class FakeStops implements Stops {
  private final List<Stop> stops = new ArrayList<>();

  @Override
  public List<Stop> all() {
    return List.copyOf(stops);
  }

  @Override
  public List<Stop> standing(Stop.Way way) {
    return stops.stream().filter(stop -> stop.stands() && stop.covers(way)).toList();
  }

  @Override
  public Optional<Stop> find(long number) {
    return stops.stream().filter(stop -> stop.number() == number).findFirst();
  }

  @Override
  public Stop set(Stop.Scope scope, String value, Actor actor, String reason) {
    Stop stop =
        new Stop(
            stops.size() + 1, scope, value, reason, actor.id(), Instant.EPOCH, Instant.EPOCH, null);
    stops.add(stop);
    return stop;
  }

  @Override
  public Optional<Stop> lift(long number, Actor actor, String reason) {
    Optional<Stop> stop = find(number);
    stop.ifPresent(stops::remove);
    return stop;
  }

  @Override
  public int confirm() {
    return 0;
  }
}
