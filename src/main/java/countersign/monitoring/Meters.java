package countersign.monitoring;

import countersign.lifecycle.Stage;
import countersign.operations.StageStatus;
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
  private final Vitals vitals;
  private final SelfCheck check;

  Meters(Vitals vitals, SelfCheck check) {
    this.vitals = vitals;
    this.check = check;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (Stage stage : Stage.values()) {
      stage(registry, stage, "depth", "Work that waits or is being processed", StageStatus::depth);
      stage(
          registry,
          stage,
          "oldest.seconds",
          "Age of the oldest work",
          status -> status.oldest().toSeconds());
      stage(registry, stage, "waiting", "Work that waits for a retry", StageStatus::waiting);
      stage(
          registry,
          stage,
          "parked",
          "Work that waits for an operator to retry or discard it",
          StageStatus::parked);
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
        .description("Committed events that are not in the tree yet")
        .register(registry);
    Gauge.builder(
            "countersign.ledger.unsealed.oldest.seconds",
            vitals,
            all -> all.now().ledger().oldest().toSeconds())
        .description("Age of the oldest of these events")
        .register(registry);
    Gauge.builder("countersign.ledger.verifies", check, Meters::verifies)
        .description(
            "1 if the last check found the ledger unchanged, 0 if not, NaN before the first check")
        .register(registry);
  }

  private static double verifies(SelfCheck check) {
    return check.last().map(result -> result.isFine() ? 1.0 : 0.0).orElse(Double.NaN);
  }

  private void stage(
      MeterRegistry registry,
      Stage stage,
      String name,
      String description,
      ToDoubleFunction<StageStatus> number) {
    Gauge.builder(
            "countersign.work." + name,
            vitals,
            all -> number.applyAsDouble(all.now().stages().get(stage)))
        .description(description)
        .tag("stage", stage.word())
        .register(registry);
  }
}
