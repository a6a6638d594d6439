package countersign.broker;

import countersign.lifecycle.Work;
import countersign.request.Unavailable;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends work rows to their queues, one JMS transaction per batch. A message contains only the id of
 * a work item; it is a hint that the row waits.
 */
public final class JmsSender implements AutoCloseable {
  private final ConnectionFactory connections;
  private volatile @Nullable Connection connection;

  public JmsSender(ConnectionFactory connections) {
    this.connections = connections;
  }

  /**
   * Sends the rows and commits.
   *
   * @throws Unavailable if the broker cannot be reached. It is then unknown whether the messages
   *     were sent; the rows stay and are sent again
   */
  public synchronized void send(List<Work.QueuedWork> rows) {
    try (Session session = connection().createSession(true, Session.SESSION_TRANSACTED);
        MessageProducer producer = session.createProducer(null)) {
      for (Work.QueuedWork row : rows) {
        producer.send(
            session.createQueue(row.queue().queueName()), session.createTextMessage(row.id()));
      }
      session.commit();
    } catch (JMSException e) {
      close();
      throw new Unavailable(
          Unavailable.BROKER_DOWN,
          "The broker did not accept %d messages; the relay sends them again."
              .formatted(rows.size()),
          e);
    }
  }

  private Connection connection() throws JMSException {
    Connection open = connection;
    if (open == null) {
      open = connections.createConnection();
      connection = open;
    }
    return open;
  }

  /** Does not wait for a send that waits for the broker: it ends that send. */
  @Override
  public void close() {
    Connection open = connection;
    connection = null;
    if (open != null) {
      try {
        open.close();
      } catch (JMSException e) {
        org.slf4j.LoggerFactory.getLogger(JmsSender.class)
            .warn("Closing the connection to the broker failed", e);
      }
    }
  }
}
