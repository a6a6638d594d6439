package countersign.monitoring;

import countersign.operations.QueueStatus;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Reports the amount of parked work. Parked work never makes the gateway DOWN: all other work
 * continues, so a load balancer must keep using it. The metric and its alert notify a person.
 */
final class ParkedHealth extends AbstractHealthIndicator {
  private final HealthSnapshot snapshot;

  ParkedHealth(HealthSnapshot snapshot) {
    super("Work cannot be counted");
    this.snapshot = snapshot;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    HealthSnapshot.Reading reading = snapshot.now();
    health.up().withDetail("parked", reading.parked());
    for (QueueStatus queue : reading.queues().values()) {
      if (queue.parked() > 0) {
        health.withDetail(queue.queue().queueName(), queue.parked());
      }
    }
  }
}
