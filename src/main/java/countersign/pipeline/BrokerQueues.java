package countersign.pipeline;

import countersign.lifecycle.Stage;
import countersign.operations.Queues;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Route;
import org.apache.camel.component.jms.JmsConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the broker holds of a stage, and how many of this gateway's consumers take it off. */
final class BrokerQueues implements Queues {
  private static final Logger LOG = LoggerFactory.getLogger(BrokerQueues.class);
  private final ConnectionFactory connections;
  private final Supplier<CamelContext> camel;

  BrokerQueues(ConnectionFactory connections, Supplier<CamelContext> camel) {
    this.connections = connections;
    this.camel = camel;
  }

  @Override
  public Optional<Numbers> of(Stage stage) {
    if (stage.consumers() != Stage.Consumers.QUEUE) {
      return Optional.empty();
    }
    try (Connection connection = connections.createConnection();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        QueueBrowser browser = session.createBrowser(session.createQueue(stage.word()))) {
      connection.start();
      Enumeration<?> there = browser.getEnumeration();
      long messages = Collections.list(there).size();
      return Optional.of(new Numbers(consumers(stage), messages));
    } catch (JMSException e) {
      LOG.debug("The broker does not report the content of {}", stage.word(), e);
      return Optional.empty();
    }
  }

  private int consumers(Stage stage) {
    int count = 0;
    for (Route route : camel.get().getRoutes()) {
      String uri = route.getEndpoint().getEndpointUri().replaceAll("\\?.*", "");
      Consumer consumer = route.getConsumer();
      if (uri.endsWith("queue:" + stage.word())
          && consumer instanceof JmsConsumer jms
          && jms.isStarted()) {
        count += jms.getEndpoint().getConcurrentConsumers();
      }
    }
    return count;
  }
}
