package countersign.console;

import countersign.TestDatabase;
import countersign.authority.Authority;
import countersign.authority.IntakeCapacity;
import countersign.authority.TestAuthority;
import countersign.delivery.DeliveryFixtures;
import countersign.intake.AcknowledgementsDue;
import countersign.lifecycle.WorkQueue;
import countersign.operations.BackgroundPart;
import countersign.operations.Inboxes;
import countersign.operations.Queues;
import countersign.pgp.KeyMaker;
import countersign.pgp.SecretKey;
import countersign.testkit.FakeStops;
import countersign.testkit.SettableClock;
import countersign.vault.Vault;
import countersign.vault.VaultFixtures;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/**
 * The console with its own beans, the real database, lifecycle, intake and approvals, and what lies
 * behind its ports played.
 */
// Lies in a scanned package: only its own tests may wake it.
@ConditionalOnProperty(name = "countersign.slice", havingValue = "console")
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    excludeName = {
      "org.apache.camel.spring.boot.CamelAutoConfiguration",
      "org.springframework.boot.activemq.autoconfigure.ActiveMQAutoConfiguration",
      "org.springframework.boot.jms.autoconfigure.JmsAutoConfiguration",
      "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
    })
@ComponentScan(
    basePackages = {
      "countersign.access",
      "countersign.accounting",
      "countersign.approval",
      "countersign.console",
      "countersign.intake",
      "countersign.operations",
      "countersign.monitoring",
      "countersign.ledger",
      "countersign.lifecycle"
    })
class ConsoleSlice {

  @Bean
  DataSource dataSource() {
    return TestDatabase.fresh();
  }

  @Bean
  SettableClock clock() {
    return new SettableClock();
  }

  @Bean
  Authority authority() {
    return TestAuthority.open();
  }

  @Bean
  KeyPair checkpointKey() throws NoSuchAlgorithmException {
    return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  @Bean
  AcknowledgementsDue acknowledgementsDue(DataSource dataSource) {
    return DeliveryFixtures.acknowledgementsOn(dataSource);
  }

  @Bean
  ConsoleCases cases(DataSource dataSource, Vault vault, Authority authority) {
    return new ConsoleCases(dataSource, vault, authority);
  }

  @Bean
  FakeStops stops(SettableClock clock) {
    return new FakeStops(clock);
  }

  @Bean
  Vault vault(DataSource dataSource) {
    return VaultFixtures.vaultOn(dataSource);
  }

  /** Opens nothing here: the console decides files that were judged before. */
  @Bean
  SecretKey gatewayKey() {
    return KeyMaker.make("Countersign gateway", ConsoleWorld.THEN, null);
  }

  @Bean
  IntakeCapacity intakeCapacity() {
    return new IntakeCapacity(1, 1, 1);
  }

  @Bean
  Queues queues() {
    return stage ->
        stage.consumers() == WorkQueue.Consumers.QUEUE
            ? Optional.of(new Queues.Numbers(2, 1))
            : Optional.empty();
  }

  @Bean
  BackgroundPart relayPart() {
    return Optional::empty;
  }

  @Bean
  BackgroundPart timedWork() {
    return Optional::empty;
  }

  @Bean
  Inboxes inboxes(SettableClock clock) {
    return () ->
        List.of(
            new Inboxes.Inbox(
                "dhs-ice",
                List.of("DHS-ICE_T_20261124_0004.req.ndjson.pgp"),
                clock.instant(),
                null,
                List.of(),
                List.of(
                    new Inboxes.Aside(
                        "unpublished-0123456789abcdef0123456789abcdef",
                        "NOT_FETCHED",
                        clock.instant()))),
            new Inboxes.Inbox("dhs-other", List.of(), null, "SFTP_DOWN", List.of(), List.of()));
  }
}
