package countersign.lifecycle;

import countersign.clock.ClockCheck;
import countersign.ledger.Ledger;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Spring beans of this package. */
@Configuration(proxyBeanMethods = false)
class LifecycleConfiguration {

  @Bean
  WorkSignal workSignal() {
    return new WorkSignal();
  }

  @Bean
  Lifecycle lifecycle(
      PlatformTransactionManager manager,
      JdbcClient jdbc,
      Ledger ledger,
      Clock clock,
      WorkSignal signal,
      ObjectProvider<ClockCheck> check) {
    ClockCheck found = check.getIfAvailable();
    Runnable guard = found == null ? () -> {} : found::requireRight;
    return new JdbcLifecycle(new TransactionTemplate(manager), jdbc, ledger, clock, signal, guard);
  }

  @Bean
  Work work(
      JdbcClient jdbc,
      Lifecycle lifecycle,
      @Value("${countersign.retry.first-millis}") long firstMillis,
      @Value("${countersign.retry.longest-millis}") long longestMillis) {
    Backoff backoff = new Backoff(Duration.ofMillis(firstMillis), Duration.ofMillis(longestMillis));
    return new JdbcWork(jdbc, lifecycle, backoff);
  }

  @Bean
  JdbcAwaited awaited(PlatformTransactionManager manager, JdbcClient jdbc, WorkSignal signal) {
    return new JdbcAwaited(new TransactionTemplate(manager), jdbc, signal);
  }

  @Bean
  JdbcStranded stranded(JdbcClient jdbc, Lifecycle lifecycle) {
    return new JdbcStranded(jdbc, lifecycle);
  }

  @Bean
  BulkRows bulkRows(DataSource dataSource) {
    return new JdbcBulkRows(dataSource);
  }

  @Bean
  StopsLock stopsLock(JdbcClient jdbc) {
    return new JdbcStopsLock(jdbc);
  }

  @Bean
  Leases leases(JdbcClient jdbc) {
    return new JdbcLeases(jdbc);
  }
}
