package countersign.monitoring;

import countersign.lifecycle.JdbcStranded;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * Reports rows that nothing moves. Has a status of its own, which becomes the overall status with
 * HTTP 200: a partner waits for an answer that does not come, and all other work continues.
 */
final class StrandedHealth extends AbstractHealthIndicator {
  private static final Status STRANDED = new Status("STRANDED");

  private final StrandedCheck check;

  StrandedHealth(StrandedCheck check) {
    super("Rows without work cannot be counted");
    this.check = check;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    health.up();
    check
        .result()
        .ifPresent(
            result -> {
              health
                  .status(result.left().isEmpty() ? Status.UP : STRANDED)
                  .withDetail("checkedAt", result.at().toString())
                  .withDetail("requeued", result.requeued());
              counts(result).forEach(health::withDetail);
            });
  }

  private static Map<String, Long> counts(StrandedCheck.Result result) {
    return result.left().stream()
        .collect(Collectors.groupingBy(StrandedHealth::kind, TreeMap::new, Collectors.counting()));
  }

  private static String kind(JdbcStranded.Row row) {
    return row.entity() + " " + row.state();
  }
}
