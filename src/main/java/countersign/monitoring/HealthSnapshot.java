package countersign.monitoring;

import countersign.lifecycle.WorkQueue;
import countersign.operations.FileStatuses;
import countersign.operations.Operations;
import countersign.operations.QueueStatus;
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
 * The numbers for health checks and metrics, read from the database at most once in five seconds,
 * however many callers ask.
 */
final class HealthSnapshot {
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final Operations operations;
  private final FileStatuses files;
  private final Supplier<LedgerLag> ledger;
  private final Clock clock;
  private @Nullable Reading last;

  HealthSnapshot(
      Operations operations, FileStatuses files, Supplier<LedgerLag> ledger, Clock clock) {
    this.operations = operations;
    this.files = files;
    this.ledger = ledger;
    this.clock = clock;
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

  /** The last reading, or a new one if the last is too old. */
  synchronized Reading now() {
    Instant now = clock.instant();
    Reading known = last;
    if (known != null && Duration.between(known.at(), now).compareTo(FRESH) < 0) {
      return known;
    }
    List<QueueStatus> queues = operations.queues();
    Map<WorkQueue, QueueStatus> byQueue =
        queues.stream().collect(Collectors.toMap(QueueStatus::queue, Function.identity()));
    Reading reading = new Reading(byQueue, files.byState(), ledger.get(), now);
    last = reading;
    return reading;
  }
}
