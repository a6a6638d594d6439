package countersign.delivery;

import countersign.ledger.Event;
import countersign.ledger.LedgerReader;
import countersign.ledger.TamperAlarms;
import countersign.request.Verb;
import countersign.stops.SignedLifts;
import countersign.stops.Stop;
import countersign.stops.Stops;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stops that the ledger recorded, of which it has no lift that two enrolled people signed, and that
 * the table does not contain as set. Such a stop still stops: nothing leaves, whatever its scope
 * was, until table and ledger agree. Thread-safe; remembers the stops whose lift it verified.
 */
final class MissingStops {
  private static final Set<Verb> VERBS = Set.of(Verb.STOP, Verb.PROPOSE, Verb.LIFT);

  private final LedgerReader ledger;
  private final Stops stops;
  private final TamperAlarms alarms;
  private final SignedLifts lifts;

  /** The digest of the events of each stop whose lift was verified. */
  private final Map<String, String> lifted = new ConcurrentHashMap<>();

  MissingStops(LedgerReader ledger, Stops stops, TamperAlarms alarms, SignedLifts lifts) {
    this.ledger = ledger;
    this.stops = stops;
    this.alarms = alarms;
    this.lifts = lifts;
  }

  /** Whether there is one; raises or settles its alarm. */
  boolean exist() {
    boolean lost = false;
    for (Map.Entry<String, String> one : ledger.stops().entrySet()) {
      String subject = one.getKey();
      if (!one.getValue().equals(lifted.get(subject))) {
        lost |= isLost(subject);
      }
    }
    return lost;
  }

  private boolean isLost(String subject) {
    String name = subject.replace('/', ' ');
    if (isKeptOrLifted(subject)) {
      alarms.settle(name);
      return false;
    }
    alarms.raise(
        name,
        "The ledger recorded this stop and no end that two enrolled people signed, and the table does not contain it as it was set. Nothing is released or uploaded.");
    return true;
  }

  /** Holds for each event that says that this stop was set: a second one cannot weaken it. */
  private boolean isKeptOrLifted(String subject) {
    List<Event> events;
    try {
      events = ledger.history(subject).stream().filter(MissingStops::isOfStops).toList();
    } catch (IllegalArgumentException changedEvent) {
      return false;
    }
    boolean anySet = false;
    boolean allLifted = true;
    for (int i = 0; i < events.size(); i++) {
      Event event = events.get(i);
      if (event.verb() == Verb.STOP && event.subject().equals(subject)) {
        boolean ends = lifts.end(event, events.subList(i + 1, events.size()));
        if (!ends && !isKept(event)) {
          return false;
        }
        anySet = true;
        allLifted &= ends;
      }
    }
    if (anySet && allLifted) {
      lifted.put(subject, LedgerReader.digest(events));
    }
    return anySet;
  }

  private static boolean isOfStops(Event event) {
    return VERBS.contains(event.verb());
  }

  private boolean isKept(Event event) {
    return number(event)
        .flatMap(stops::find)
        .filter(Stop::active)
        .filter(stop -> stop.scope().name().equals(event.facts().get("scope")))
        .filter(stop -> stop.value().equals(event.facts().get("value")))
        .isPresent();
  }

  private static Optional<Long> number(Event event) {
    String number = event.subject().substring(event.subject().indexOf('/') + 1);
    return number.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(number)) : Optional.empty();
  }
}
