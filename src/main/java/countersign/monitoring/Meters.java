package countersign.monitoring;

import countersign.lifecycle.WorkQueue;
import countersign.operations.QueueStatus;
import countersign.request.FileState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What waits, for how long, what is parked, where files stand, how far the ledger's sealer is
 * behind. Numbers and words of the house only.
 */
final class Meters implements MeterBinder {
  private final HealthSnapshot vitals;
  private final SelfCheck check;

  Meters(HealthSnapshot vitals, SelfCheck check) {
    this.vitals = vitals;
    this.check = check;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (WorkQueue stage : WorkQueue.values()) {
      stage(registry, stage, "depth", "Work that waits or is being worked on", QueueStatus::depth);
      stage(
          registry,
          stage,
          "oldest.seconds",
          "Age of the oldest work",
          status -> status.oldest().toSeconds());
      stage(registry, stage, "waiting", "Work that waits for its next try", QueueStatus::waiting);
      stage(
          registry,
          stage,
          "parked",
          "Work that only a person can set going again",
          QueueStatus::parked);
    }
    for (FileState state : FileState.values()) {
      Gauge.builder("countersign.files", vitals, all -> all.now().files().getOrDefault(state, 0L))
          .description("Files by state")
          .tag("state", state.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
    ledger(registry);
  }

  private void ledger(MeterRegistry registry) {
    Gauge.builder("countersign.ledger.unsealed", vitals, all -> all.now().ledger().events())
        .description("Committed events without a place in the tree")
        .register(registry);
    Gauge.builder(
            "countersign.ledger.unsealed.oldest.seconds",
            vitals,
            all -> all.now().ledger().oldest().toSeconds())
        .description("Age of the oldest of them")
        .register(registry);
    Gauge.builder("countersign.ledger.verifies", check, Meters::verifies)
        .description(
            "1 the last check found the ledger as it was signed, 0 it did not, NaN none yet")
        .register(registry);
  }

  private static double verifies(SelfCheck check) {
    return check.last().map(result -> result.isFine() ? 1.0 : 0.0).orElse(Double.NaN);
  }

  private void stage(
      MeterRegistry registry,
      WorkQueue stage,
      String name,
      String description,
      ToDoubleFunction<QueueStatus> number) {
    Gauge.builder(
            "countersign.work." + name,
            vitals,
            all -> number.applyAsDouble(all.now().stages().get(stage)))
        .description(description)
        .tag("stage", stage.word())
        .register(registry);
  }
}
