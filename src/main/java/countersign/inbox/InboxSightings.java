package countersign.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the entries of an inbox that have not changed for a while, so that they are complete. */
final class InboxSightings {
  private record Sighting(String print, Instant since) {}

  private final Duration stillFor;
  private final Clock clock;
  private Map<String, Sighting> sightings = Map.of();
  private Duration untilNextStill = Duration.ZERO;

  /**
   * Creates an empty record.
   *
   * @param stillFor time for which size and modification time of a file must not change before it
   *     is read
   */
  InboxSightings(Duration stillFor, Clock clock) {
    this.stillFor = stillFor;
    this.clock = clock;
  }

  /** The entries of a listing that have not changed for long enough. */
  List<InboxEntry> still(List<InboxEntry> listing) {
    Instant now = clock.instant();
    Map<String, Sighting> seen = new HashMap<>();
    for (InboxEntry entry : listing) {
      Sighting before = sightings.get(entry.wire());
      boolean same = before != null && before.print().equals(entry.print());
      seen.put(entry.wire(), same && before != null ? before : new Sighting(entry.print(), now));
    }
    sightings = seen;
    untilNextStill =
        seen.values().stream()
            .map(sighting -> sighting.since().plus(stillFor))
            .filter(at -> at.isAfter(now))
            .min(Comparator.naturalOrder())
            .map(at -> Duration.between(now, at))
            .orElse(Duration.ZERO);
    return listing.stream()
        .filter(entry -> !seen.get(entry.wire()).since().plus(stillFor).isAfter(now))
        .toList();
  }

  /**
   * Time after the last listing at which the first of its other entries has not changed for long
   * enough, unless it changes again; zero if there is none.
   */
  Duration untilNextStill() {
    return untilNextStill;
  }
}
