package countersign.monitoring;

import countersign.lifecycle.JdbcStranded;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds rows that no work, no person and no clock would move, queues the work of those whose state
 * proves which work that is, and keeps the others for the health check. Runs at start and nightly.
 */
public final class StrandedCheck {
  private static final Logger LOG = LoggerFactory.getLogger(StrandedCheck.class);
  private static final int MOST = 1_000;

  private final JdbcStranded rows;
  private final Clock clock;
  private final AtomicReference<Optional<Result>> last = new AtomicReference<>(Optional.empty());

  StrandedCheck(JdbcStranded rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /**
   * Result of a check.
   *
   * @param requeued number of rows whose work was queued again
   * @param left rows that wait for a person, at most 1,000
   * @param at when the check ended
   */
  public record Result(int requeued, List<JdbcStranded.Row> left, Instant at) {
    /** Makes an immutable copy of the list. */
    public Result {
      left = List.copyOf(left);
    }
  }

  /** Checks every row now. */
  public Result run() {
    int requeued = 0;
    for (JdbcStranded.Row row : rows.find(MOST)) {
      if (rows.requeue(row)) {
        requeued++;
        LOG.warn(
            "ROW_WITHOUT_WORK  {} {} is {} and had no work. It was queued again for {}.",
            row.entity(),
            row.id(),
            row.state(),
            row.queue());
      }
    }
    List<JdbcStranded.Row> left = rows.find(MOST);
    left.forEach(StrandedCheck::alarm);
    Result result = new Result(requeued, left, clock.instant());
    last.set(Optional.of(result));
    return result;
  }

  private static void alarm(JdbcStranded.Row row) {
    LOG.error(
        "ROW_WITHOUT_WORK  {} {} is {}, and nothing moves it. See the runbook, rows without work.",
        row.entity(),
        row.id(),
        row.state());
  }

  /** The last result; empty if nothing was checked since the start. */
  Optional<Result> result() {
    return last.get();
  }
}
