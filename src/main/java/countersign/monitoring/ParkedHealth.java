package countersign.monitoring;

import countersign.lifecycle.WorkQueue;
import countersign.operations.QueueStatus;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * Reports the amount of parked work. Has a status of its own while an acknowledgement is parked,
 * because a partner then waits for an answer that does not come; it becomes the overall status,
 * with HTTP 200. Parked work never makes the gateway DOWN: all other work continues, so a load
 * balancer must keep using it. The metric and its alert notify a person.
 */
final class ParkedHealth extends AbstractHealthIndicator {
  private static final Status UNANSWERED = new Status("UNANSWERED");

  private final Supplier<HealthSnapshot.Reading> readings;

  ParkedHealth(Supplier<HealthSnapshot.Reading> readings) {
    super("Work cannot be counted");
    this.readings = readings;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    HealthSnapshot.Reading reading = readings.get();
    health.up().withDetail("parked", reading.parked());
    if (reading.parked(WorkQueue.ACKNOWLEDGE) > 0) {
      health.status(UNANSWERED);
    }
    for (QueueStatus queue : reading.queues().values()) {
      if (queue.parked() > 0) {
        health.withDetail(queue.queue().queueName(), queue.parked());
      }
    }
  }
}
