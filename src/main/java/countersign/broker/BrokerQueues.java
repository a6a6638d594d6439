package countersign.broker;

import countersign.lifecycle.WorkQueue;
import countersign.operations.BackgroundPart;
import countersign.operations.LastKnown;
import countersign.operations.Queues;
import countersign.request.Unavailable;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Enumeration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Route;
import org.apache.camel.component.jms.JmsConsumer;

/**
 * The number of messages in each broker queue, as last known, and of this gateway's consumers. A
 * failover connection to a broker that is away waits for ever, so nobody but a thread of its own
 * asks the broker.
 */
public final class BrokerQueues implements Queues, BackgroundPart {
  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofMillis(200);

  private final ConnectionFactory connections;
  private final Supplier<CamelContext> camel;
  private final LastKnown<Map<WorkQueue, Long>> messages;

  public BrokerQueues(ConnectionFactory connections, Supplier<CamelContext> camel) {
    this.connections = connections;
    this.camel = camel;
    this.messages = new LastKnown<>("broker", FRESH, PATIENCE, this::read);
  }

  @Override
  public Optional<Numbers> of(WorkQueue queue) {
    if (queue.consumers() != WorkQueue.Consumers.QUEUE) {
      return Optional.empty();
    }
    return messages
        .get()
        .map(
            known ->
                new Numbers(consumers(queue), known.value().getOrDefault(queue, 0L), known.age()));
  }

  @Override
  public Optional<String> fault() {
    return messages.answers()
        ? Optional.empty()
        : Optional.of(
            messages
                .get()
                .map(
                    known ->
                        "%s  the broker has not answered for %d s"
                            .formatted(Unavailable.BROKER_DOWN, known.age().toSeconds()))
                .orElse(Unavailable.BROKER_DOWN + "  the broker has not answered yet"));
  }

  private Map<WorkQueue, Long> read() {
    Map<WorkQueue, Long> numbers = new EnumMap<>(WorkQueue.class);
    try (Connection connection = connections.createConnection();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
      connection.start();
      for (WorkQueue queue : WorkQueue.values()) {
        if (queue.consumers() == WorkQueue.Consumers.QUEUE) {
          numbers.put(queue, count(session, queue));
        }
      }
    } catch (JMSException e) {
      throw new Unavailable(Unavailable.BROKER_DOWN, "The broker reports no queue.", e);
    }
    return numbers;
  }

  private static long count(Session session, WorkQueue queue) throws JMSException {
    try (QueueBrowser browser = session.createBrowser(session.createQueue(queue.queueName()))) {
      Enumeration<?> messages = browser.getEnumeration();
      long count = 0;
      while (messages.hasMoreElements()) {
        messages.nextElement();
        count++;
      }
      return count;
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
