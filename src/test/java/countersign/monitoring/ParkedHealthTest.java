package countersign.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.lifecycle.WorkQueue;
import countersign.operations.QueueStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** Health shows parked work, and says more when a partner waits for an answer. */
class ParkedHealthTest {

  @Test
  void a_parked_acknowledgement_is_not_reported_as_up() {
    Health health = health(WorkQueue.ACKNOWLEDGE);

    assertThat(health.getStatus().getCode()).isEqualTo("UNANSWERED");
    assertThat(health.getDetails()).containsEntry("acknowledge", 1L);
  }

  @Test
  void other_parked_work_is_counted_and_leaves_the_gateway_up() {
    Health health = health(WorkQueue.LOOKUP);

    assertThat(health.getStatus()).isEqualTo(Status.UP);
    assertThat(health.getDetails()).containsEntry("parked", 1L);
  }

  private static Health health(WorkQueue queue) {
    QueueStatus parked = new QueueStatus(queue, 0, Duration.ZERO, 1, 0L, 0, 1, null, Duration.ZERO);
    HealthSnapshot.Reading reading =
        new HealthSnapshot.Reading(
            Map.of(queue, parked),
            Map.of(),
            new LedgerLag(0, Duration.ZERO),
            Instant.parse("2026-11-24T10:00:00Z"));
    return new ParkedHealth(() -> reading).health();
  }
}
