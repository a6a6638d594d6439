package countersign.pipeline;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.ScheduledExecutionsFilter;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerState;
import countersign.operations.BackgroundPart;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.SmartLifecycle;

/**
 * Starts and stops the scheduler with the application, and tells when it does not run: db-scheduler
 * itself writes no error when nothing starts it or when its threads are gone.
 */
final class SchedulerLifecycle implements SmartLifecycle, BackgroundPart {
  private final Scheduler scheduler;
  private final Set<String> tasks;
  private final Clock clock;
  private final Duration tolerated;

  /**
   * Is not started yet.
   *
   * @param tasks names of the recurring tasks, each of which has a row once the scheduler has
   *     started
   * @param tolerated how late a task may begin; above it no gateway of this database works on them
   */
  SchedulerLifecycle(Scheduler scheduler, Set<String> tasks, Clock clock, Duration tolerated) {
    this.scheduler = scheduler;
    this.tasks = Set.copyOf(tasks);
    this.clock = clock;
    this.tolerated = tolerated;
  }

  @Override
  public void start() {
    scheduler.start();
  }

  @Override
  public void stop() {
    scheduler.stop();
  }

  @Override
  public boolean isRunning() {
    SchedulerState state = scheduler.getSchedulerState();
    return state.isStarted() && !state.isShuttingDown();
  }

  @Override
  public Optional<String> fault() {
    if (!isRunning()) {
      return Optional.of("the scheduler is not started");
    }
    List<ScheduledExecution<Object>> rows = new ArrayList<>();
    scheduler.fetchScheduledExecutions(ScheduledExecutionsFilter.onlyResolved(), rows::add);
    Instant latest = clock.instant().minus(tolerated);
    Set<String> faulty = new TreeSet<>(tasks);
    for (ScheduledExecution<Object> row : rows) {
      if (row.isPicked() || row.getExecutionTime().isAfter(latest)) {
        faulty.remove(row.getTaskInstance().getTaskName());
      }
    }
    return faulty.isEmpty()
        ? Optional.empty()
        : Optional.of("not begun when due: " + String.join(", ", faulty));
  }

  /** Stops before everything that a task uses, starts after it. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE - 40;
  }
}
