package countersign.pipeline;

import countersign.arrival.ReceivedFile;
import countersign.broker.QueueIds;
import countersign.lifecycle.WorkQueue;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * Finds the id of the work item that a Camel exchange is about: the text of the message that
 * started it, or the id of the file that a poll found. A message with any other text has none.
 */
public final class ExchangeWorkId {
  /** Exchange variable with the file's id, set once the file is claimed. */
  static final String FILE = "file";

  /** Start of the id of a file without an id in its name, and of its acknowledgement's id. */
  private static final String UNNAMED = "UNNAMED_";

  private static final String FIRST = "countersign.unit";

  private ExchangeWorkId() {}

  /** Id of the work item; empty for a poll that has not claimed a file yet. */
  public static String of(Exchange exchange) {
    String known = exchange.getProperty(FIRST, String.class);
    if (known != null) {
      return known;
    }
    String file = exchange.getVariable(FILE, String.class);
    Object body = exchange.getMessage().getBody();
    String claimed = body instanceof ReceivedFile received ? received.id().value() : file;
    String unit = claimed != null ? claimed : messageText(exchange);
    if (!unit.isEmpty()) {
      exchange.setProperty(FIRST, unit);
    }
    return unit;
  }

  /**
   * Level of the log lines about a work item. A file without an id in its name is DEBUG, so that an
   * inbox full of wrong names does not fill the log; the poll logs their number.
   */
  static Level level(String unit) {
    return unit.startsWith(UNNAMED) ? Level.DEBUG : Level.INFO;
  }

  /** Says in an exchange that a step sends which work item it is about. */
  static void tell(Exchange exchange, @Nullable String unit) {
    if (unit != null) {
      exchange.setProperty(FIRST, unit);
    }
  }

  private static String messageText(Exchange exchange) {
    boolean fromQueue =
        exchange.getFromEndpoint() != null
            && exchange.getFromEndpoint().getEndpointUri().startsWith("activemq6:");
    return fromQueue
            && exchange.getMessage().getBody() instanceof String text
            && QueueIds.isId(text)
        ? text
        : "";
  }

  /** True for a message that the gateway did not send: its text is the id of nothing. */
  static boolean isForged(Exchange exchange) {
    String uri = exchange.getFromEndpoint().getEndpointUri();
    return uri.contains("queue:") && !uri.contains("queue:DLQ.") && of(exchange).isEmpty();
  }

  /** The queue that a message came from; {@link WorkQueue#READ} for a poll of an inbox. */
  static WorkQueue queue(Exchange exchange) {
    String uri = exchange.getFromEndpoint().getEndpointUri();
    int queue = uri.indexOf("queue:");
    if (queue < 0) {
      return WorkQueue.READ;
    }
    String name = uri.substring(queue + "queue:".length());
    int options = name.indexOf('?');
    return WorkQueue.of(options < 0 ? name : name.substring(0, options));
  }
}
