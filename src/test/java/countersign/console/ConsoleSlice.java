package countersign.console;

import countersign.TestDatabase;
import countersign.authority.Authority;
import countersign.authority.TestAuthority;
import countersign.lifecycle.WorkQueue;
import countersign.operations.BackgroundPart;
import countersign.operations.Inboxes;
import countersign.operations.Queues;
import countersign.request.Actor;
import countersign.request.Environment;
import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.testkit.FakeStops;
import countersign.testkit.SettableClock;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * The console with its own beans, the real database and lifecycle, and what lies behind its ports
 * played.
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
      "countersign.console",
      "countersign.operations",
      "countersign.monitoring",
      "countersign.ledger",
      "countersign.lifecycle"
    },
    excludeFilters =
        @ComponentScan.Filter(
            type = FilterType.ASSIGNABLE_TYPE,
            classes = ConsolePortsConfiguration.class))
class ConsoleSlice {

  /** What was decided about held files. */
  static final class PlayedHeldFiles implements HeldFiles {
    private final List<String> decided = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void take(FileId file, Actor actor, String reason) {
      decided.add("take " + file + " by " + actor.id());
    }

    @Override
    public void refuse(FileId file, ReasonCode code, Actor actor, String reason) {
      decided.add("refuse " + file + " by " + actor.id() + ": " + code);
    }

    @Override
    public void take(RequestKey request, Actor actor, String reason) {
      decided.add("take " + request + " by " + actor.id());
    }

    @Override
    public void refuse(RequestKey request, ReasonCode code, Actor actor, String reason) {
      decided.add("refuse " + request + " by " + actor.id() + ": " + code);
    }

    List<String> decided() {
      return decided;
    }
  }

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
  Environment gatewayEnvironment() {
    return Environment.T;
  }

  @Bean
  KeyPair checkpointKey() throws NoSuchAlgorithmException {
    return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  @Bean
  FakeDesk desk(SettableClock clock) {
    return new FakeDesk(clock);
  }

  @Bean
  FakeStops stops(SettableClock clock) {
    return new FakeStops(clock);
  }

  @Bean
  PlayedHeldFiles heldFiles() {
    return new PlayedHeldFiles();
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
                null),
            new Inboxes.Inbox("dhs-other", List.of(), null, "SFTP_DOWN"));
  }
}
