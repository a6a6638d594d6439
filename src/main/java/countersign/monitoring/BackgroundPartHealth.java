package countersign.monitoring;

import countersign.operations.BackgroundPart;
import countersign.operations.LastKnown;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Down when a part that works by itself does not work, or when it cannot be asked within moments.
 */
final class BackgroundPartHealth extends AbstractHealthIndicator {
  private static final Duration PATIENCE = Duration.ofMillis(150);

  private final LastKnown<Optional<String>> fault;

  BackgroundPartHealth(String name, BackgroundPart part) {
    super("The part cannot be asked");
    this.fault = new LastKnown<>(name, Duration.ZERO, PATIENCE, part::fault);
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    Optional<LastKnown.Aged<Optional<String>>> known = fault.get();
    if (known.isEmpty() || !known.get().current()) {
      health.down().withDetail("fault", "it cannot be asked now");
      known.ifPresent(last -> health.withDetail("lastAskedSeconds", last.age().toSeconds()));
    } else if (known.get().value().isPresent()) {
      health.down().withDetail("fault", known.get().value().get());
    } else {
      health.up();
    }
  }
}
