package countersign.pipeline;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import countersign.approval.Approvals;
import countersign.delivery.Delivery;
import countersign.intake.HeldDecisions;
import countersign.lifecycle.EveryMinute;
import countersign.lifecycle.LoggedFailure;
import countersign.lifecycle.Work;
import countersign.operations.NightlyTask;
import countersign.operations.OutageLog;
import countersign.operations.StartTask;
import countersign.stops.Stops;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Scheduled tasks: rows of {@code scheduled_tasks} that an operator can see, each run by one
 * gateway at a time.
 */
@Configuration(proxyBeanMethods = false)
class TimedTasks {
  private static final Logger LOG = LoggerFactory.getLogger(TimedTasks.class);

  /**
   * Its rows may be changed in the transaction of the work that they are about.
   *
   * @see SchedulerLifecycle
   */
  @Bean(destroyMethod = "")
  Scheduler scheduler(
      DataSource database,
      List<RecurringTask<?>> tasks,
      Clock clock,
      @Value("${spring.application.name}") String gateway) {
    String holder = "%s-%s".formatted(gateway, UUID.randomUUID());
    return Scheduler.create(new TransactionAwareDataSourceProxy(database))
        .startTasks(tasks)
        .schedulerName(() -> holder)
        .clock(clock::instant)
        .failureLogging(LogLevel.OFF, false) // each task reports its own failure
        .threads(3)
        .pollingInterval(Duration.ofSeconds(1))
        .heartbeatInterval(Duration.ofSeconds(5))
        .shutdownMaxWait(Duration.ofSeconds(5))
        .build();
  }

  @Bean
  SchedulerLifecycle timedWork(Scheduler scheduler, List<RecurringTask<?>> tasks, Clock clock) {
    Set<String> names =
        tasks.stream().map(RecurringTask::getName).collect(Collectors.toUnmodifiableSet());
    return new SchedulerLifecycle(scheduler, names, clock, Duration.ofSeconds(10));
  }

  @Bean
  RecurringTask<Void> sweep(Work work) {
    return every("sweep", Duration.ofSeconds(30), () -> work.resend(Duration.ofMinutes(5)));
  }

  @Bean
  RecurringTask<Void> releaseTimes(Delivery delivery) {
    return every("release-times", Duration.ofSeconds(10), delivery::releaseDue);
  }

  @Bean
  RecurringTask<Void> lapse(Approvals approvals) {
    return every("lapse", Duration.ofSeconds(30), approvals::expire);
  }

  @Bean
  RecurringTask<Void> unblock(HeldDecisions heldFiles) {
    return every("unblock", Duration.ofSeconds(5), heldFiles::rejudge);
  }

  @Bean
  RecurringTask<Void> heldLapse(HeldDecisions heldFiles) {
    return every("held-lapse", Duration.ofMinutes(5), heldFiles::rejectOverdue);
  }

  @Bean
  RecurringTask<Void> stopsInForce(Stops stops) {
    return every("stops-in-force", Duration.ofSeconds(1), stops::confirm);
  }

  @Bean
  RecurringTask<Void> everyMinute(List<EveryMinute> tasks) {
    return every("every-minute", Duration.ofMinutes(1), () -> tasks.forEach(EveryMinute::run));
  }

  /** Runs the nightly tasks at 03:00 UTC. */
  @Bean
  RecurringTask<Void> nightly(List<NightlyTask> tasks) {
    OutageLog outages = new OutageLog(System::nanoTime);
    return Tasks.recurring("nightly", Schedules.daily(ZoneOffset.UTC, LocalTime.of(3, 0)))
        .execute(
            (instance, context) -> run("nightly", () -> tasks.forEach(NightlyTask::run), outages));
  }

  /** Runs in a thread of its own, so that a slow database does not delay the start. */
  @Bean
  ApplicationListener<ApplicationReadyEvent> atStart(ObjectProvider<StartTask> tasks) {
    return ready -> {
      Thread thread = new Thread(() -> tasks.forEach(TimedTasks::runAtStart), "start-tasks");
      thread.setDaemon(true);
      thread.start();
    };
  }

  private static void runAtStart(StartTask task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.warn("A check at the start failed; it runs again in the night", new LoggedFailure(e));
    }
  }

  private static RecurringTask<Void> every(String name, Duration delay, Runnable task) {
    OutageLog outages = new OutageLog(System::nanoTime);
    return Tasks.recurring(name, FixedDelay.of(delay))
        .execute((instance, context) -> run(name, task, outages));
  }

  /** A failed task is due again by its schedule. */
  private static void run(String name, Runnable task, OutageLog outages) {
    try {
      task.run();
    } catch (RuntimeException e) {
      if (FaultSort.of(e) == FaultSort.AWAY) {
        outages.failed(FaultSort.awayCode(e), "the timer " + name);
      } else {
        LOG.warn("The timer {} failed; it runs again at its next time", name, new LoggedFailure(e));
      }
      throw e;
    }
  }
}
