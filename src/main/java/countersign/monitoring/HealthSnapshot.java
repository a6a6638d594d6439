package countersign.monitoring;

import countersign.lifecycle.WorkQueue;
import countersign.operations.FileStatuses;
import countersign.operations.LastKnown;
import countersign.operations.Operations;
import countersign.operations.QueueStatus;
import countersign.request.FileState;
import countersign.request.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The numbers for health checks and metrics, read from the database at most once in five seconds,
 * however many callers ask. While the database is away or frozen, callers get the last numbers at
 * once, with their age.
 */
final class HealthSnapshot {
  private static final Duration FRESH = Duration.ofSeconds(5);

  private static final Duration PATIENCE = Duration.ofMillis(300);

  private final Operations operations;
  private final FileStatuses files;
  private final Supplier<LedgerLag> ledger;
  private final Clock clock;
  private final LastKnown<Reading> last;

  HealthSnapshot(
      Operations operations, FileStatuses files, Supplier<LedgerLag> ledger, Clock clock) {
    this.operations = operations;
    this.files = files;
    this.ledger = ledger;
    this.clock = clock;
    this.last =
        new LastKnown<>(
            "numbers",
            FRESH,
            PATIENCE,
            this::read,
            () -> TimeUnit.MILLISECONDS.toNanos(clock.millis()));
  }

  /**
   * One reading.
   *
   * @param queues status of every queue
   * @param files number of files in each state
   * @param ledger how far the sealer is behind
   * @param at when it was read
   */
  record Reading(
      Map<WorkQueue, QueueStatus> queues,
      Map<FileState, Long> files,
      LedgerLag ledger,
      Instant at) {
    Reading {
      queues = Map.copyOf(queues);
      files = Map.copyOf(files);
    }

    long parked(WorkQueue queue) {
      QueueStatus status = queues.get(queue);
      return status == null ? 0 : status.parked();
    }

    long parked() {
      return queues.values().stream().mapToLong(QueueStatus::parked).sum();
    }
  }

  /**
   * The last reading, or a new one if the last is too old.
   *
   * @throws Unavailable if the database has not answered since the start
   */
  Reading now() {
    return known()
        .orElseThrow(() -> new Unavailable("DATABASE_DOWN", "The numbers are not known yet.", null))
        .value();
  }

  /** The last reading with its age; empty if there is none yet. */
  Optional<LastKnown.Aged<Reading>> known() {
    return last.get();
  }

  private Reading read() {
    Instant now = clock.instant();
    Map<WorkQueue, QueueStatus> byQueue =
        operations.queues().stream()
            .collect(Collectors.toMap(QueueStatus::queue, Function.identity()));
    return new Reading(byQueue, files.byState(), ledger.get(), now);
  }
}
