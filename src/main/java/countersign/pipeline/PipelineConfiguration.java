package countersign.pipeline;

import countersign.authority.Authority;
import countersign.configuration.SignatureCheck;
import countersign.delivery.Delivery;
import countersign.intake.Intake;
import countersign.ledger.LedgerSealer;
import countersign.lifecycle.Bell;
import countersign.lifecycle.JdbcAwaited;
import countersign.lifecycle.Leases;
import countersign.lifecycle.Work;
import countersign.operations.Inboxes;
import countersign.operations.Queues;
import countersign.pgp.DetachedSignatures;
import countersign.records.FindAddresses;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.jms.ConnectionFactory;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.activemq6.ActiveMQComponent;
import org.apache.camel.component.activemq6.ActiveMQConfiguration;
import org.apache.camel.spi.CamelContextCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Wires this package. */
@Configuration(proxyBeanMethods = false)
class PipelineConfiguration {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  SignatureCheck documentSignatures(Clock clock) {
    return (document, signature, keys) ->
        DetachedSignatures.signer(document, signature, keys, clock.instant());
  }

  @Bean
  Outcomes outcomes(Work work, Intake intake, @Value("${countersign.retry.tries}") int tries) {
    return new Outcomes(work, intake::refuse, intake::notJudged, tries);
  }

  @Bean
  Outbox outbox(Work work, Delivery delivery) {
    return new Outbox(work, delivery::uploadEnded);
  }

  @Bean
  StepJournal stepJournal(MeterRegistry meters) {
    return new StepJournal(meters);
  }

  @Bean
  @Primary
  FindAddresses routedFindAddresses(ProducerTemplate camel) {
    return new RoutedFindAddresses(camel);
  }

  @Bean(destroyMethod = "close")
  Edges edges(
      Authority authority,
      Leases leases,
      Intake intake,
      Clock clock,
      @Value("${countersign.inbox-still-millis}") long stillMillis) {
    return new Edges(authority, leases, intake, clock, Duration.ofMillis(stillMillis));
  }

  @Bean
  CamelContextCustomizer partnersToCamel(Edges edges) {
    return edges::bind;
  }

  @Bean
  CamelContextCustomizer queueIdsToCamel() {
    return QueueIds::addTo;
  }

  @Bean
  Queues brokerQueues(ConnectionFactory connections, ObjectProvider<CamelContext> camel) {
    return new BrokerQueues(connections, camel::getObject);
  }

  @Bean
  Inboxes inboxes(Edges edges) {
    return edges::look;
  }

  @Bean
  MeterBinder inboxMeters(Edges edges) {
    return edges::meters;
  }

  @Bean
  BrokerLogin brokerLogin(ConnectionFactory connections) {
    return new BrokerLogin(connections);
  }

  @Bean
  ActiveMQComponent activemq6(ConnectionFactory connections) {
    ActiveMQConfiguration configuration = new ActiveMQConfiguration();
    configuration.setConnectionFactory(connections);
    configuration.setTransacted(true);
    configuration.setLazyCreateTransactionManager(false); // the session's own transaction is enough
    configuration.setCacheLevelName("CACHE_CONSUMER");
    configuration.setTrustAllPackages(false);
    ActiveMQComponent component = new ActiveMQComponent();
    component.setConfiguration(configuration);
    component.setHeaderFilterStrategy(new NoHeaders());
    return component;
  }

  @Bean(destroyMethod = "close")
  JmsSender jmsSender(ConnectionFactory connections) {
    return new JmsSender(connections);
  }

  @Bean
  Woken relay(Bell bell, Work work, JmsSender sender) {
    return new Woken(
        "relay",
        bell,
        Duration.ofSeconds(1),
        Duration.ofMillis(5),
        () -> work.relay(200, sender::send) == 200);
  }

  @Bean
  Woken consumerPause(Work work, ObjectProvider<CamelContext> camel) {
    return new Woken(
        "consumer pause",
        new Bell(),
        Duration.ofSeconds(1),
        Duration.ZERO,
        new ConsumerPause(work::isReachable, camel::getObject));
  }

  @Bean
  Woken leaseKeeper(Bell bell, Edges edges) {
    return new Woken(
        "lease keeper", bell, Duration.ofSeconds(5), Duration.ofSeconds(2), edges::prolong);
  }

  @Bean
  Woken publisher(Bell bell, LedgerSealer sealer, JdbcAwaited awaited) {
    return new Woken(
        "publisher",
        bell,
        Duration.ofSeconds(5),
        Duration.ofMillis(100),
        () -> {
          sealer.seal();
          awaited.queueCovered();
          return false;
        });
  }
}
