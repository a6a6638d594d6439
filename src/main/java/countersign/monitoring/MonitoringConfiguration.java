package countersign.monitoring;

import countersign.ledger.TamperAlarms;
import countersign.operations.BackgroundPart;
import countersign.operations.FileStatuses;
import countersign.operations.Inboxes;
import countersign.operations.NightlyTask;
import countersign.operations.Operations;
import countersign.verification.CrossCheck;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Creates the beans of this package. Spring Boot's own health indicators cover database and broker;
 * these add the checks that are specific to the gateway.
 */
@Configuration(proxyBeanMethods = false)
class MonitoringConfiguration {

  @Bean
  HealthSnapshot snapshot(Operations operations, FileStatuses files, JdbcClient jdbc, Clock clock) {
    return new HealthSnapshot(operations, files, new JdbcLedgerLag(jdbc, clock)::read, clock);
  }

  @Bean
  ScheduledLedgerCheck selfCheck(CrossCheck check, DataSource source, Clock clock) {
    return new ScheduledLedgerCheck(
        new JdbcLedgerCheck(check, source)::verify, clock, MonitoringConfiguration::inBackground);
  }

  /** A check that a person starts does not keep the gateway from ending. */
  private static void inBackground(Runnable task) {
    Thread thread = new Thread(task, "ledger-check");
    thread.setDaemon(true);
    thread.start();
  }

  @Bean
  NightlyTask verifyLedger(ScheduledLedgerCheck check) {
    return check::run;
  }

  @Bean
  HealthIndicator ledgerHealthIndicator(
      HealthSnapshot snapshot, ScheduledLedgerCheck check, TamperAlarms alarms) {
    return new LedgerHealth(snapshot, check, alarms);
  }

  @Bean
  HealthIndicator parkedHealthIndicator(HealthSnapshot snapshot) {
    return new ParkedHealth(snapshot::now);
  }

  @Bean
  HealthIndicator partnersHealthIndicator(Inboxes inboxes) {
    return new PartnersHealth(inboxes);
  }

  @Bean
  HealthIndicator relayHealthIndicator(@Qualifier("relayPart") BackgroundPart relay) {
    return new BackgroundPartHealth(relay);
  }

  @Bean
  HealthIndicator schedulerHealthIndicator(@Qualifier("timedWork") BackgroundPart timedWork) {
    return new BackgroundPartHealth(timedWork);
  }

  @Bean
  MeterBinder countersignMeters(HealthSnapshot snapshot, ScheduledLedgerCheck check, Clock clock) {
    return new Meters(snapshot, check, clock);
  }
}
