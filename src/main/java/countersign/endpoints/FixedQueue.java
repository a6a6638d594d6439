package countersign.endpoints;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.jms.JmsConfiguration;

/** One queue or topic of the broker, named by the configuration. */
final class FixedQueue extends JmsComponent implements Addressed {
  private final String written;
  private final OneAddress.Configured destination;

  /**
   * A component.
   *
   * @param written what a route writes to name it
   * @param destination such as {@code queue:records.find}
   */
  FixedQueue(String written, OneAddress.Configured destination, JmsConfiguration configuration) {
    super(configuration);
    this.written = written;
    this.destination = destination;
    setHeaderFilterStrategy(new NoHeaders());
  }

  @Override
  public String written() {
    return written;
  }

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters)
      throws Exception {
    OneAddress.check(uri, remaining, written, parameters, destination);
    return super.createEndpoint(uri, destination.value(), parameters);
  }
}
