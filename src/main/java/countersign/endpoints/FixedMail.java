package countersign.endpoints;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.component.mail.MailComponent;
import org.apache.camel.component.mail.MailConfiguration;

/** Mail through one server to the recipients of the configuration. */
final class FixedMail extends MailComponent implements Addressed {
  private final String written;
  private final OneAddress.Configured server;

  /**
   * A component.
   *
   * @param written what a route writes to name it
   * @param server such as {@code smtp://mail.example:587}
   */
  FixedMail(String written, OneAddress.Configured server, MailConfiguration configuration) {
    super(configuration);
    this.written = written;
    this.server = server;
    setHeaderFilterStrategy(new NoHeaders());
  }

  @Override
  public String written() {
    return written;
  }

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters)
      throws Exception {
    OneAddress.check(uri, remaining, written, parameters, server);
    return super.createEndpoint(server.value(), remaining, parameters);
  }
}
