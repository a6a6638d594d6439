package countersign.monitoring;

import countersign.operations.QueueStatus;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Tells how much is parked. Parked work never takes the gateway down: everything else goes on, so a
 * load balancer must not turn away from it; the meter and its alert call a person.
 */
final class ParkedHealth extends AbstractHealthIndicator {
  private final HealthSnapshot vitals;

  ParkedHealth(HealthSnapshot vitals) {
    super("Work cannot be counted");
    this.vitals = vitals;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    HealthSnapshot.Reading reading = vitals.now();
    health.up().withDetail("parked", reading.parked());
    for (QueueStatus stage : reading.stages().values()) {
      if (stage.parked() > 0) {
        health.withDetail(stage.stage().word(), stage.parked());
      }
    }
  }
}
