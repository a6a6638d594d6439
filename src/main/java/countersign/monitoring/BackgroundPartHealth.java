package countersign.monitoring;

import countersign.operations.BackgroundPart;
import java.util.Optional;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Down when a part that works by itself does not work. */
final class BackgroundPartHealth extends AbstractHealthIndicator {
  private final BackgroundPart part;

  BackgroundPartHealth(BackgroundPart part) {
    super("The part cannot be asked");
    this.part = part;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    Optional<String> fault = part.fault();
    if (fault.isPresent()) {
      health.down().withDetail("fault", fault.get());
    } else {
      health.up();
    }
  }
}
