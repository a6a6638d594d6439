package countersign.pipeline;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import countersign.approval.Approvals;
import countersign.delivery.Delivery;
import countersign.intake.HeldFiles;
import countersign.lifecycle.EveryMinute;
import countersign.lifecycle.Work;
import countersign.operations.NightlyTask;
import countersign.stops.Stops;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Scheduled tasks: rows of {@code scheduled_tasks} that an operator can see, each run by one
 * gateway at a time.
 */
@Configuration(proxyBeanMethods = false)
class TimedTasks {

  /**
   * Its rows may be changed in the transaction of the work that they are about.
   *
   * @see TimedWork
   */
  @Bean(destroyMethod = "")
  Scheduler scheduler(DataSource database, List<RecurringTask<?>> tasks) {
    return Scheduler.create(new TransactionAwareDataSourceProxy(database))
        .startTasks(tasks)
        .threads(3)
        .pollingInterval(Duration.ofSeconds(1))
        .heartbeatInterval(Duration.ofSeconds(5))
        .shutdownMaxWait(Duration.ofSeconds(5))
        .build();
  }

  @Bean
  TimedWork timedWork(Scheduler scheduler, List<RecurringTask<?>> tasks, Clock clock) {
    Set<String> names =
        tasks.stream().map(RecurringTask::getName).collect(Collectors.toUnmodifiableSet());
    return new TimedWork(scheduler, names, clock, Duration.ofSeconds(10));
  }

  @Bean
  RecurringTask<Void> sweep(Work work) {
    return every("sweep", Duration.ofSeconds(30), () -> work.resend(Duration.ofMinutes(5)));
  }

  @Bean
  RecurringTask<Void> releaseTimes(Delivery delivery) {
    return every("release-times", Duration.ofSeconds(1), delivery::releaseDue);
  }

  @Bean
  RecurringTask<Void> lapse(Approvals approvals) {
    return every("lapse", Duration.ofSeconds(30), approvals::expire);
  }

  @Bean
  RecurringTask<Void> unblock(HeldFiles heldFiles) {
    return every("unblock", Duration.ofSeconds(5), heldFiles::rejudge);
  }

  @Bean
  RecurringTask<Void> heldLapse(HeldFiles heldFiles) {
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
    return Tasks.recurring("nightly", Schedules.daily(ZoneOffset.UTC, LocalTime.of(3, 0)))
        .execute((instance, context) -> tasks.forEach(NightlyTask::run));
  }

  private static RecurringTask<Void> every(String name, Duration delay, Runnable task) {
    return Tasks.recurring(name, FixedDelay.of(delay)).execute((instance, context) -> task.run());
  }
}
