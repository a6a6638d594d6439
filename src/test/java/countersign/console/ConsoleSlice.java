package countersign.console;

import countersign.TestDatabase;
import countersign.ledger.Event;
import countersign.ledger.EventRef;
import countersign.ledger.Ledger;
import countersign.lifecycle.Stage;
import countersign.operations.Inboxes;
import countersign.operations.Queues;
import countersign.request.Actor;
import countersign.request.Environment;
import countersign.request.FileId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * The console with its own beans, the real database and lifecycle, and what lies behind its ports
 * played.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    excludeName = {
      "org.apache.camel.spring.boot.CamelAutoConfiguration",
      "org.springframework.boot.autoconfigure.jms.activemq.ActiveMQAutoConfiguration",
      "org.springframework.boot.autoconfigure.jms.JmsAutoConfiguration",
      "org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration",
      "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration"
    })
@ComponentScan(
    basePackages = {
      "countersign.access",
      "countersign.console",
      "countersign.operations",
      "countersign.monitoring",
      "countersign.lifecycle"
    },
    excludeFilters =
        @ComponentScan.Filter(
            type = FilterType.ASSIGNABLE_TYPE,
            classes = ConsolePortsConfiguration.class))
class ConsoleSlice {

  /** What the ledger was told. */
  static final class Told implements Ledger {
    private final List<Event> events = Collections.synchronizedList(new ArrayList<>());

    @Override
    public EventRef record(Event event) {
      events.add(event);
      return new EventRef(events.size());
    }

    List<String> verbs() {
      return events.stream().map(event -> event.verb().word() + " " + event.subject()).toList();
    }
  }

  /** What was decided about held files. */
  static final class PlayedHeldFiles implements HeldFiles {
    private final List<String> decided = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void take(FileId file, Actor actor, String reason) {
      decided.add("take " + file + " by " + actor.id());
    }

    @Override
    public void refuse(FileId file, Actor actor, String reason) {
      decided.add("refuse " + file + " by " + actor.id());
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
  Environment gatewayEnvironment() {
    return Environment.T;
  }

  @Bean
  Told ledger() {
    return new Told();
  }

  @Bean
  FakeDesk desk(SettableClock clock) {
    return new FakeDesk(clock);
  }

  @Bean
  FakeHolds holds(SettableClock clock) {
    return new FakeHolds(clock);
  }

  @Bean
  PlayedHeldFiles heldFiles() {
    return new PlayedHeldFiles();
  }

  @Bean
  Queues queues() {
    return stage ->
        stage.consumers() == Stage.Consumers.QUEUE
            ? Optional.of(new Queues.Numbers(2, 1))
            : Optional.empty();
  }

  @Bean
  Inboxes inboxes(SettableClock clock) {
    return () ->
        List.of(
            new Inboxes.Inbox(
                "dhs-ice",
                List.of("DHS-ICE_T_20261124_0004.req.ndjson.pgp"),
                clock.instant(),
                null));
  }
}
