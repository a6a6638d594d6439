package countersign.pipeline;

import countersign.lifecycle.WorkQueue;
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

/** Reads the number of messages in a broker queue and the number of this gateway's consumers. */
final class BrokerQueues implements Queues {
  private static final Logger LOG = LoggerFactory.getLogger(BrokerQueues.class);
  private final ConnectionFactory connections;
  private final Supplier<CamelContext> camel;

  BrokerQueues(ConnectionFactory connections, Supplier<CamelContext> camel) {
    this.connections = connections;
    this.camel = camel;
  }

  @Override
  public Optional<Numbers> of(WorkQueue queue) {
    if (queue.consumers() != WorkQueue.Consumers.QUEUE) {
      return Optional.empty();
    }
    try (Connection connection = connections.createConnection();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        QueueBrowser browser = session.createBrowser(session.createQueue(queue.queueName()))) {
      connection.start();
      Enumeration<?> there = browser.getEnumeration();
      long messages = Collections.list(there).size();
      return Optional.of(new Numbers(consumers(queue), messages));
    } catch (JMSException e) {
      LOG.debug("The broker does not report the content of {}", queue.queueName(), e);
      return Optional.empty();
    }
  }

  private int consumers(WorkQueue queue) {
    int count = 0;
    for (Route route : camel.get().getRoutes()) {
      String uri = route.getEndpoint().getEndpointUri().replaceAll("\\?.*", "");
      Consumer consumer = route.getConsumer();
      if (uri.endsWith("queue:" + queue.queueName())
          && consumer instanceof JmsConsumer jms
          && jms.isStarted()) {
        count += jms.getEndpoint().getConcurrentConsumers();
      }
    }
    return count;
  }
}
