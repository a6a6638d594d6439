package countersign.broker;

import countersign.request.FaultKind;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jms.connection.SingleConnectionFactory;

/**
 * Logs in to the broker once, before any route does. If the broker refuses the login, the start
 * fails with a message; if it is unreachable, the gateway waits for it.
 */
public final class BrokerLogin implements InitializingBean {
  private static final Logger LOG = LoggerFactory.getLogger(BrokerLogin.class);

  private final ConnectionFactory connections;

  public BrokerLogin(ConnectionFactory connections) {
    this.connections = connections;
  }

  @Override
  public void afterPropertiesSet() {
    ConnectionFactory own =
        connections instanceof SingleConnectionFactory shared
                && shared.getTargetConnectionFactory() != null
            ? shared.getTargetConnectionFactory()
            : connections;
    try (Connection connection = own.createConnection()) {
      connection.start();
    } catch (JMSException e) {
      if (isRefused(e)) {
        throw new IllegalStateException(
            "NOT_REACHED  broker refused the login. Put the password that its activemq.properties gives this user into the file that broker.password names, and the user into broker.user.",
            e);
      }
      LOG.warn("BROKER_DOWN  The broker does not answer yet ({})", FaultKind.words(e));
    }
  }

  private static boolean isRefused(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SecurityException) {
        return true;
      }
    }
    return false;
  }
}
