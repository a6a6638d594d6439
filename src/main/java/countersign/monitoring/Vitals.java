package countersign.monitoring;

import countersign.lifecycle.Stage;
import countersign.operations.Files;
import countersign.operations.Operations;
import countersign.operations.StageStatus;
import countersign.request.FileState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that health and meters tell, read from the database at most once in five seconds,
 * however many ask.
 */
final class Vitals {
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final Operations operations;
  private final Files files;
  private final Supplier<LedgerLag> ledger;
  private final Clock clock;
  private @Nullable Reading last;

  Vitals(Operations operations, Files files, Supplier<LedgerLag> ledger, Clock clock) {
    this.operations = operations;
    this.files = files;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * One reading.
   *
   * @param stages every stage
   * @param files how many stand in each state
   * @param ledger how far the sealer is behind
   * @param at when it was read
   */
  record Reading(
      Map<Stage, StageStatus> stages, Map<FileState, Long> files, LedgerLag ledger, Instant at) {
    Reading {
      stages = Map.copyOf(stages);
      files = Map.copyOf(files);
    }

    long parked() {
      return stages.values().stream().mapToLong(StageStatus::parked).sum();
    }
  }

  /** The last reading, or a new one if that is too old. */
  synchronized Reading now() {
    Instant now = clock.instant();
    Reading known = last;
    if (known != null && Duration.between(known.at(), now).compareTo(FRESH) < 0) {
      return known;
    }
    List<StageStatus> stages = operations.stages();
    Map<Stage, StageStatus> byStage =
        stages.stream().collect(Collectors.toMap(StageStatus::stage, Function.identity()));
    Reading reading = new Reading(byStage, files.byState(), ledger.get(), now);
    last = reading;
    return reading;
  }
}
