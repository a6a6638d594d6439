package countersign.monitoring;

import countersign.authority.Authority;
import countersign.ledger.LedgerVerifier;
import countersign.ledger.TamperAlarms;
import countersign.lifecycle.JdbcStranded;
import countersign.operations.BackgroundPart;
import countersign.operations.BackgroundParts;
import countersign.operations.FileStatuses;
import countersign.operations.Inboxes;
import countersign.operations.NightlyTask;
import countersign.operations.Operations;
import countersign.operations.StartTask;
import countersign.verification.CrossCheck;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Creates the beans of this package: health checks and meters that wait for no part of the gateway.
 */
@Configuration(proxyBeanMethods = false)
class MonitoringConfiguration {

  @Bean
  HealthSnapshot snapshot(Operations operations, FileStatuses files, JdbcClient jdbc, Clock clock) {
    return new HealthSnapshot(operations, files, new JdbcLedgerLag(jdbc, clock)::read, clock);
  }

  @Bean
  CrossCheck crossCheck(LedgerVerifier verifier, Authority authority) {
    return new CrossCheck(verifier, authority.enrolment());
  }

  @Bean
  LedgerCheckRunner selfCheck(CrossCheck check, DataSource source, Clock clock) {
    return new LedgerCheckRunner(
        new JdbcLedgerCheck(check, source)::verify, clock, MonitoringConfiguration::inBackground);
  }

  /** A check that a person starts does not keep the gateway from ending. */
  private static void inBackground(Runnable task) {
    Thread thread = new Thread(task, "ledger-check");
    thread.setDaemon(true);
    thread.start();
  }

  @Bean
  NightlyTask verifyLedger(LedgerCheckRunner check) {
    return check::run;
  }

  @Bean
  StrandedCheck strandedCheck(JdbcStranded rows, Clock clock) {
    return new StrandedCheck(rows, clock);
  }

  @Bean
  NightlyTask findStrandedNightly(StrandedCheck check) {
    return check::run;
  }

  @Bean
  StartTask findStrandedAtStart(StrandedCheck check) {
    return check::run;
  }

  @Bean
  HealthIndicator strandedHealthIndicator(StrandedCheck check) {
    return new StrandedHealth(check);
  }

  @Bean
  HealthIndicator ledgerHealthIndicator(
      HealthSnapshot snapshot, LedgerCheckRunner check, TamperAlarms alarms) {
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
    return new BackgroundPartHealth("relay", relay);
  }

  @Bean
  HealthIndicator clockHealthIndicator(@Qualifier("clockPart") BackgroundPart clock) {
    return new BackgroundPartHealth("clock", clock);
  }

  @Bean
  HealthIndicator journalHealthIndicator(@Qualifier("journalPart") BackgroundPart journal) {
    return new BackgroundPartHealth("journal", journal);
  }

  /** Replaces Spring's indicator, which waits for a connection. */
  @Bean
  HealthIndicator dbHealthIndicator(@Qualifier("databasePart") BackgroundPart database) {
    return new BackgroundPartHealth("database", database);
  }

  /** Replaces Spring's indicator, which waits for a connection. */
  @Bean
  HealthIndicator jmsHealthIndicator(@Qualifier("brokerQueues") BackgroundPart broker) {
    return new BackgroundPartHealth("broker", broker);
  }

  /** Comes before the sign-in, which asks the database. */
  @Bean
  FilterRegistrationBean<DatabaseGate> databaseGate(
      @Qualifier("databasePart") BackgroundPart database) {
    FilterRegistrationBean<DatabaseGate> gate =
        new FilterRegistrationBean<>(new DatabaseGate(database));
    gate.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return gate;
  }

  @Bean
  HealthIndicator schedulerHealthIndicator(@Qualifier("timedWork") BackgroundPart timedWork) {
    return new BackgroundPartHealth("timedWork", timedWork);
  }

  @Bean
  MeterBinder partMeters(BackgroundParts parts) {
    return new PartMeters(parts);
  }

  @Bean
  MeterBinder countersignMeters(HealthSnapshot snapshot, LedgerCheckRunner check, Clock clock) {
    return new Meters(snapshot, check, clock);
  }
}
