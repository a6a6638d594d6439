package countersign.monitoring;

import countersign.lifecycle.WorkQueue;
import countersign.operations.QueueStatus;
import countersign.request.FileState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Metrics: waiting work and its age, parked work, files by state, lag of the ledger's sealer.
 * Contains only numbers and fixed tag values, and none that depends on what a look-up found.
 */
final class Meters implements MeterBinder {
  private final HealthSnapshot snapshot;
  private final LedgerCheckRunner check;
  private final Clock clock;

  Meters(HealthSnapshot snapshot, LedgerCheckRunner check, Clock clock) {
    this.clock = clock;
    this.snapshot = snapshot;
    this.check = check;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (WorkQueue queue : WorkQueue.values()) {
      gauge(
          registry,
          queue,
          "parked",
          "Work that waits for an operator to retry or discard it",
          QueueStatus::parked);
      if (queue.consumers() == WorkQueue.Consumers.PEOPLE) {
        continue; // only matched requests wait for people: their number would tell what was found
      }
      gauge(registry, queue, "depth", "Work that waits or is being processed", QueueStatus::depth);
      gauge(
          registry,
          queue,
          "oldest.seconds",
          "How long the oldest work has been due",
          status -> status.oldest().toSeconds());
      gauge(registry, queue, "waiting", "Work that waits for a retry", QueueStatus::waiting);
    }
    for (FileState state : FileState.values()) {
      Gauge.builder("countersign.files", snapshot, all -> all.now().files().getOrDefault(state, 0L))
          .description("Files by state")
          .tag("state", state.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
    ledger(registry);
  }

  private static double numbersAge(HealthSnapshot snapshot) {
    return snapshot.known().map(known -> (double) known.age().toSeconds()).orElse(Double.NaN);
  }

  private void ledger(MeterRegistry registry) {
    Gauge.builder("countersign.numbers.age.seconds", snapshot, Meters::numbersAge)
        .description("Seconds since the numbers were read; they grow while the database is away")
        .register(registry);
    Gauge.builder("countersign.ledger.unsealed", snapshot, all -> all.now().ledger().events())
        .description("Committed events that are not in the tree yet")
        .register(registry);
    Gauge.builder(
            "countersign.ledger.unsealed.oldest.seconds",
            snapshot,
            all -> all.now().ledger().oldest().toSeconds())
        .description("Age of the oldest of these events")
        .register(registry);
    Gauge.builder("countersign.ledger.verifies", check, Meters::verifies)
        .description(
            "1 if the last check found the ledger and the tables unchanged, 0 if not, NaN before the first check")
        .register(registry);
    Gauge.builder("countersign.ledger.findings", check, Meters::findings)
        .description("Differences that the last check found; NaN before the first check")
        .register(registry);
    Gauge.builder("countersign.ledger.verified.age.seconds", this, Meters::age)
        .description("Seconds since the last check ended; NaN before the first check")
        .register(registry);
  }

  private static double verifies(LedgerCheckRunner check) {
    return check.result().map(result -> result.isFine() ? 1.0 : 0.0).orElse(Double.NaN);
  }

  private static double findings(LedgerCheckRunner check) {
    return check.result().map(result -> (double) result.report().count()).orElse(Double.NaN);
  }

  private double age() {
    return check
        .result()
        .map(result -> (double) Duration.between(result.at(), clock.instant()).toSeconds())
        .orElse(Double.NaN);
  }

  private void gauge(
      MeterRegistry registry,
      WorkQueue queue,
      String name,
      String description,
      ToDoubleFunction<QueueStatus> number) {
    Gauge.builder(
            "countersign.work." + name,
            snapshot,
            all -> number.applyAsDouble(all.now().queues().get(queue)))
        .description(description)
        .tag("stage", queue.queueName())
        .register(registry);
  }
}
