package countersign.pipeline;

import com.github.kagkarlsson.scheduler.Scheduler;
import countersign.broker.BrokerLogin;
import countersign.broker.BrokerQueues;
import countersign.broker.JmsSender;
import countersign.broker.QueueIds;
import countersign.broker.QueueText;
import countersign.clock.ClockCheck;
import countersign.configuration.KeyCheck;
import countersign.delivery.Delivery;
import countersign.endpoints.NoHeaders;
import countersign.intake.Intake;
import countersign.journal.UploadJournal;
import countersign.ledger.LedgerSealer;
import countersign.lifecycle.JdbcAwaited;
import countersign.lifecycle.Work;
import countersign.lifecycle.WorkSignal;
import countersign.operations.BackgroundPart;
import countersign.pgp.DetachedSignatures;
import countersign.pgp.SignatureCheck;
import countersign.records.FindAddresses;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.jms.ConnectionFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.jms.JmsConfiguration;
import org.apache.camel.component.jms.JmsMessageType;
import org.apache.camel.spi.CamelContextCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Creates the beans of this package. */
@Configuration(proxyBeanMethods = false)
class PipelineConfiguration {

  @Bean
  ClockCheck clockCheck(JdbcClient jdbc) {
    return new ClockCheck(
        Clock.systemUTC(),
        () -> jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant(),
        System::nanoTime);
  }

  @Bean
  Clock clock(ClockCheck check) {
    return check.databaseTime();
  }

  @Bean
  BackgroundPart clockPart(ClockCheck check) {
    return check::fault;
  }

  @Bean
  BackgroundPart databasePart(Work work) {
    return new DatabasePart(work::isReachable);
  }

  @Bean
  BackgroundWorker stepAside(ClockCheck check, Scheduler scheduler) {
    return new BackgroundWorker(
        "clock comparison",
        new WorkSignal(),
        Duration.ofSeconds(1),
        Duration.ZERO,
        new StepAside(check, scheduler::pause, scheduler::resume));
  }

  @Bean
  SignatureCheck documentSignatures(Clock clock) {
    return (document, signature, keys) ->
        DetachedSignatures.signer(document, signature, keys, clock.instant());
  }

  @Bean
  KeyCheck keyCheck(Clock clock) {
    return KeyCheck.ofOpenPgp(clock);
  }

  @Bean
  RouteErrorHandler routeErrorHandler(
      Work work,
      Intake intake,
      StepMetrics metrics,
      @Value("${countersign.retry.tries}") int tries) {
    return new RouteErrorHandler(
        work, intake::refuse, intake::notJudged, metrics::forgedMessage, tries);
  }

  @Bean
  StepMetrics stepMetrics(MeterRegistry meters) {
    return new StepMetrics(meters);
  }

  @Bean
  @Primary
  FindAddresses routedFindAddresses(ProducerTemplate camel) {
    return new RoutedFindAddresses(camel);
  }

  @Bean
  CamelContextCustomizer queueIdsToCamel() {
    return QueueIds::addTo;
  }

  @Bean
  CamelContextCustomizer placeholdersToCamel() {
    return OwnPlaceholders::addTo;
  }

  @Bean
  BrokerQueues brokerQueues(ConnectionFactory connections, ObjectProvider<CamelContext> camel) {
    return new BrokerQueues(connections, camel::getObject);
  }

  @Bean
  BrokerLogin brokerLogin(ConnectionFactory connections) {
    return new BrokerLogin(connections);
  }

  /** The bean's name is the scheme that routes use, which Camel's tools know with its options. */
  @Bean
  JmsComponent activemq6(ConnectionFactory connections) {
    JmsConfiguration configuration = new JmsConfiguration();
    configuration.setConnectionFactory(connections);
    configuration.setTransacted(true);
    configuration.setLazyCreateTransactionManager(false); // the session's transaction is enough
    configuration.setCacheLevelName("CACHE_CONSUMER");
    configuration.setJmsMessageType(JmsMessageType.Text);
    configuration.setMessageConverter(new QueueText());
    configuration.setObjectMessageEnabled(false); // no object is read from a message
    configuration.setDisableReplyTo(true); // no message makes a step's result an answer to it
    JmsComponent component = new JmsComponent(configuration);
    component.setHeaderFilterStrategy(new NoHeaders());
    return component;
  }

  @Bean(destroyMethod = "close")
  JmsSender jmsSender(ConnectionFactory connections) {
    return new JmsSender(connections);
  }

  @Bean
  BackgroundWorker relay(WorkSignal signal, Work work, JmsSender sender) {
    return new BackgroundWorker(
        "relay",
        signal,
        Duration.ofSeconds(1),
        Duration.ofMillis(5),
        () -> work.relay(200, sender::send) == 200);
  }

  /**
   * Wakes at a second signature, at a denial and at a release time, and every 5 seconds for what
   * has no signal, such as a lifted stop; the timer release-times is its reserve.
   */
  @Bean
  BackgroundWorker releaseWake(
      WorkSignal signal, Delivery delivery, ClockCheck check, Clock clock) {
    Duration longest = Duration.ofSeconds(5);
    return BackgroundWorker.timed(
        "release of what is due",
        signal::onDecision,
        longest,
        Duration.ofMillis(250),
        () -> {
          if (check.fault().isPresent()) {
            return longest;
          }
          return delivery
              .queueDue()
              .next()
              .map(next -> Duration.between(clock.instant(), next))
              .filter(rest -> rest.compareTo(longest) < 0)
              .map(rest -> rest.isNegative() ? Duration.ofMillis(1) : rest.plusMillis(1))
              .orElse(longest);
        });
  }

  @Bean
  BackgroundPart relayPart(@Qualifier("relay") BackgroundWorker relay) {
    return () -> relay.fault(Duration.ofSeconds(10));
  }

  @Bean
  BackgroundPart journalPart(UploadJournal journal) {
    return journal::fault;
  }

  @Bean
  BackgroundWorker journalWatch(UploadJournal journal) {
    return new BackgroundWorker(
        "journal comparison",
        new WorkSignal(),
        Duration.ofMinutes(1),
        Duration.ZERO,
        () -> {
          journal.watch();
          return false;
        });
  }

  @Bean
  BackgroundWorker consumerPause(
      @Qualifier("databasePart") BackgroundPart database,
      BrokerQueues broker,
      ClockCheck clock,
      ObjectProvider<CamelContext> camel) {
    return new BackgroundWorker(
        "consumer pause",
        new WorkSignal(),
        Duration.ofSeconds(1),
        Duration.ZERO,
        new ConsumerPause(
            () -> clock.fault().isEmpty(),
            () -> database.fault().isEmpty(),
            () -> broker.fault().isEmpty(),
            camel::getObject));
  }

  @Bean
  BackgroundWorker publisher(
      WorkSignal signal, LedgerSealer sealer, JdbcAwaited awaited, ClockCheck clock) {
    return new BackgroundWorker(
        "publisher",
        signal,
        Duration.ofSeconds(5),
        Duration.ofMillis(100),
        () -> {
          if (clock.fault().isPresent()) {
            return false; // a checkpoint is a signature
          }
          sealer.seal();
          awaited.queueCovered();
          return false;
        });
  }
}
