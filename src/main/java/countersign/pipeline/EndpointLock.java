package countersign.pipeline;

import countersign.endpoints.Addressed;
import countersign.sealing.StoredBytes;
import java.util.Optional;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.direct.DirectEndpoint;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.spi.EndpointStrategy;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultInterceptSendToEndpoint;

/**
 * The lock at each endpoint, whichever step or template sends to it: a message goes to another
 * route, a sealed file goes to a partner's server, or a request goes to the record source and its
 * reply through the two readers of it, or a notice goes to people. Nothing else leaves.
 */
final class EndpointLock implements EndpointStrategy {
  private final RecordSourceEndpoints source;

  /**
   * A lock.
   *
   * @param source the endpoints that may get taxpayer data
   */
  EndpointLock(RecordSourceEndpoints source) {
    this.source = source;
  }

  @Override
  public Endpoint registerEndpoint(String uri, Endpoint endpoint) {
    if (endpoint instanceof DirectEndpoint || endpoint instanceof DefaultInterceptSendToEndpoint) {
      return endpoint;
    }
    Optional<EndpointGate> gate =
        source
            .gate(written(endpoint))
            .or(() -> DocumentZone.gate(written(endpoint)))
            .or(() -> NoticeZone.gate(written(endpoint)));
    if (gate.isPresent()) {
      return new GatedEndpoint(endpoint, gate.get());
    }
    DefaultInterceptSendToEndpoint locked = new DefaultInterceptSendToEndpoint(endpoint, false);
    locked.setBefore(new Check(endpoint instanceof SftpEndpoint));
    return locked;
  }

  /** What a route writes for the endpoint; the address of some comes from the configuration. */
  private static String written(Endpoint endpoint) {
    return endpoint instanceof DefaultEndpoint known
            && known.getComponent() instanceof Addressed component
        ? component.written()
        : endpoint.getEndpointUri().replaceFirst("://", ":");
  }

  /** Runs before each message that is sent to an endpoint. */
  private record Check(boolean partner) implements Processor {
    @Override
    public void process(Exchange exchange) {
      if (CarriedData.isIn(exchange)) {
        throw new RouteLocked("a message that carried taxpayer data");
      }
      if (!partner || !(exchange.getMessage().getBody() instanceof StoredBytes)) {
        throw new RouteLocked(
            partner ? "a body that is no sealed file" : "a message to an endpoint outside");
      }
    }
  }

  /** Thrown in place of sending; names no value and no address. */
  static final class RouteLocked extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    RouteLocked(String what) {
      super("ROUTE_LOCKED  A route tried to send %s. Nothing was sent.".formatted(what));
    }
  }
}
