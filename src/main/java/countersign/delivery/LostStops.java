package countersign.delivery;

import countersign.authority.Stop;
import countersign.authority.Stops;
import countersign.ledger.Event;
import countersign.ledger.LedgerReader;
import countersign.ledger.TamperAlarms;
import java.util.Optional;

/**
 * Stops that the ledger recorded, did not record as lifted, and that the table does not contain as
 * set: a stop that was deleted still stops. Then nothing leaves, whatever the scope of the stop
 * was, until the row is back. Stateless.
 */
final class LostStops {
  private final LedgerReader ledger;
  private final Stops stops;
  private final TamperAlarms alarms;

  LostStops(LedgerReader ledger, Stops stops, TamperAlarms alarms) {
    this.ledger = ledger;
    this.stops = stops;
    this.alarms = alarms;
  }

  /** Whether there is one; raises or settles its alarm. */
  boolean exist() {
    boolean lost = false;
    for (Event event : ledger.openStops()) {
      String name = event.subject().replace('/', ' ');
      if (isKept(event)) {
        alarms.settle(name);
      } else if (isStillOpen(event)) {
        lost = true;
        alarms.raise(
            name,
            "The ledger recorded this stop and not its end, and the table does not contain it as it was set. Nothing is released or uploaded.");
      }
    }
    return lost;
  }

  private boolean isKept(Event event) {
    return number(event)
        .flatMap(stops::find)
        .filter(Stop::active)
        .filter(stop -> stop.scope().name().equals(event.facts().get("scope")))
        .filter(stop -> stop.value().equals(event.facts().get("value")))
        .isPresent();
  }

  /**
   * A person may have lifted it since the events were read; row and event are committed at once.
   */
  private boolean isStillOpen(Event event) {
    return ledger.openStops().stream().anyMatch(one -> one.subject().equals(event.subject()));
  }

  private static Optional<Long> number(Event event) {
    String number = event.subject().substring(event.subject().indexOf('/') + 1);
    return number.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(number)) : Optional.empty();
  }
}
