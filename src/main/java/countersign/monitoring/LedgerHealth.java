package countersign.monitoring;

import countersign.ledger.TamperAlarms;
import countersign.operations.LastKnown;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * Reports DOWN when the ledger does not verify, when a table differs from it, or when its sealer is
 * so far behind that nothing can be released.
 */
final class LedgerHealth extends AbstractHealthIndicator {
  private static final Duration PATIENCE = Duration.ofMillis(150);

  private final HealthSnapshot snapshot;
  private final LedgerCheckRunner check;
  private final LastKnown<Map<String, String>> alarms;

  LedgerHealth(HealthSnapshot snapshot, LedgerCheckRunner check, TamperAlarms alarms) {
    super("The ledger cannot be read");
    this.snapshot = snapshot;
    this.check = check;
    this.alarms = new LastKnown<>("alarms", Duration.ZERO, PATIENCE, alarms::raised);
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    LastKnown.Aged<HealthSnapshot.Reading> known =
        snapshot.known().orElseThrow(() -> new IllegalStateException("Nothing was read yet"));
    LedgerLag lag = known.value().ledger();
    Optional<LedgerCheckRunner.Result> verified = check.result();
    Map<String, String> raised = alarms.get().map(LastKnown.Aged::value).orElse(Map.of());
    boolean fine =
        lag.isFine()
            && raised.isEmpty()
            && verified.map(LedgerCheckRunner.Result::isFine).orElse(true);
    health
        .status(fine ? Status.UP : Status.DOWN)
        .withDetail("unsealedEvents", lag.events())
        .withDetail("oldestUnsealedSeconds", lag.oldest().toSeconds());
    if (!known.current()) {
      health.withDetail("readSecondsAgo", known.age().toSeconds());
    }
    raised.forEach(health::withDetail);
    verified.ifPresent(
        result ->
            health
                .withDetail("verifiedAt", result.at().toString())
                .withDetail("verifies", result.isFine())
                .withDetail("findings", result.report().counts()));
  }
}
