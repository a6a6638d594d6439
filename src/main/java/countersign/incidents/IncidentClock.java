package countersign.incidents;

import countersign.lifecycle.EveryMinute;
import countersign.lifecycle.Lifecycle;
import countersign.operations.LedgerCheck;
import countersign.recall.Recall;
import countersign.recall.Recalls;
import countersign.request.Actor;
import countersign.request.ReasonCode;
import countersign.request.Verb;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens an incident for each recall of a defect of our own and for a failed verification, and
 * alarms again at each step of the 24 hours until every office was told.
 */
final class IncidentClock implements EveryMinute {
  private static final Logger LOG = LoggerFactory.getLogger(IncidentClock.class);
  private static final List<Integer> HOURS = List.of(0, 4, 12, 20, 24);

  private final Incidents incidents;
  private final JdbcIncidents rows;
  private final Recalls recalls;
  private final LedgerCheck checks;
  private final Lifecycle lifecycle;
  private final Clock clock;

  IncidentClock(
      Incidents incidents,
      JdbcIncidents rows,
      Recalls recalls,
      LedgerCheck checks,
      Lifecycle lifecycle,
      Clock clock) {
    this.incidents = incidents;
    this.rows = rows;
    this.recalls = recalls;
    this.checks = checks;
    this.lifecycle = lifecycle;
    this.clock = clock;
  }

  @Override
  public void run() {
    recalls.all().stream()
        .filter(recall -> recall.confirmedBy() != null && recall.code().isOwnDefect())
        .map(Recall::number)
        .forEach(number -> incidents.open(Incident.Cause.RECALL, "recall/" + number));
    if (checks.last().filter(checked -> checked.findings() > 0).isPresent()) {
      incidents.open(Incident.Cause.VERIFICATION, "ledger");
    }
    rows.all().stream()
        .filter(incident -> incident.closedAt() == null && !incident.isReported())
        .forEach(this::alarm);
  }

  private void alarm(Incident incident) {
    long passed = Duration.between(incident.openedAt(), clock.instant()).toHours();
    for (int hours : HOURS) {
      if (passed >= hours) {
        lifecycle.run(
            Actor.GATEWAY,
            change -> {
              if (rows.step(incident.number(), hours, change.now())) {
                change.event(
                    Verb.HOLD,
                    Incidents.subject(incident.number()),
                    Map.of(
                        "code", ReasonCode.S504_INCIDENT.name(),
                        "hours", Integer.toString(hours)));
                LOG.error(
                    "{}  Incident {} is {} hours old, and not every office was told. It is due at {}.",
                    ReasonCode.S504_INCIDENT,
                    incident.number(),
                    hours,
                    incident.reportBy());
              }
            });
      }
    }
  }
}
