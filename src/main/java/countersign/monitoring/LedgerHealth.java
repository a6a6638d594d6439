package countersign.monitoring;

import java.util.Optional;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * Reports DOWN when the ledger does not verify, or when its sealer is so far behind that nothing
 * can be released.
 */
final class LedgerHealth extends AbstractHealthIndicator {
  private final HealthSnapshot snapshot;
  private final SelfCheck check;

  LedgerHealth(HealthSnapshot snapshot, SelfCheck check) {
    super("The ledger cannot be read");
    this.snapshot = snapshot;
    this.check = check;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    LedgerLag lag = snapshot.now().ledger();
    Optional<SelfCheck.Result> verified = check.last();
    boolean fine = lag.isFine() && verified.map(SelfCheck.Result::isFine).orElse(true);
    health
        .status(fine ? Status.UP : Status.DOWN)
        .withDetail("unsealedEvents", lag.events())
        .withDetail("oldestUnsealedSeconds", lag.oldest().toSeconds());
    verified.ifPresent(
        result ->
            health
                .withDetail("verifiedAt", result.at().toString())
                .withDetail("verifies", result.isFine()));
  }
}
