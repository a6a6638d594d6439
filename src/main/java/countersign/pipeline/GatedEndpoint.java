package countersign.pipeline;

import countersign.request.Refused;
import countersign.request.Unavailable;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;
import org.apache.camel.support.DefaultInterceptSendToEndpoint;
import org.apache.camel.support.DefaultMessage;
import org.apache.camel.support.service.ServiceHelper;

/**
 * An endpoint of the {@link RecordSourceEndpoints}, the {@link DocumentZone} or the {@link
 * NoticeZone} behind its gate. Only the endpoint itself sees what a body holds; before and after it
 * the body is closed, and no header comes or goes.
 */
final class GatedEndpoint extends DefaultInterceptSendToEndpoint {
  private final EndpointGate gate;

  GatedEndpoint(Endpoint endpoint, EndpointGate gate) {
    super(endpoint, false);
    this.gate = gate;
  }

  @Override
  public AsyncProducer createAsyncProducer() throws Exception {
    return new Gated(this, gate, getOriginalEndpoint().createAsyncProducer());
  }

  private static final class Gated extends DefaultAsyncProducer {
    private final EndpointGate gate;
    private final AsyncProducer inner;

    Gated(GatedEndpoint endpoint, EndpointGate gate, AsyncProducer inner) {
      super(endpoint);
      this.gate = gate;
      this.inner = inner;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
      Object body = exchange.getMessage().getBody();
      try {
        Object opened = gate.opened(exchange);
        if (opened == null) {
          throw new EndpointLock.RouteLocked("to an endpoint what it does not take");
        }
        exchange.setPattern(gate.pattern());
        alone(exchange, opened);
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, gate.contentType());
      } catch (RuntimeException refused) {
        exchange.setException(ofThis(refused));
        callback.done(true);
        return true;
      }
      return inner.process(
          exchange,
          doneSync -> {
            close(exchange, body);
            callback.done(doneSync);
          });
    }

    private void close(Exchange exchange, Object before) {
      Exception thrown = exchange.getException();
      try {
        if (thrown == null) {
          alone(exchange, gate.closed(before, exchange));
          return;
        }
        exchange.setException(isVerdict(thrown) ? thrown : gate.failure(thrown));
      } catch (RuntimeException refused) {
        exchange.setException(ofThis(refused));
      }
      alone(exchange, before);
    }

    private static Exception ofThis(RuntimeException thrown) {
      return isVerdict(thrown) || thrown instanceof EndpointLock.RouteLocked
          ? thrown
          : ClosedFailure.of(thrown);
    }

    /** Says itself, without values, what becomes of the work. */
    private static boolean isVerdict(Throwable thrown) {
      return thrown instanceof Unavailable || thrown instanceof Refused;
    }

    /** A message with this body and nothing else. */
    private static void alone(Exchange exchange, Object body) {
      DefaultMessage message = new DefaultMessage(exchange.getContext());
      message.setBody(body);
      exchange.setMessage(message);
    }

    @Override
    protected void doStart() {
      ServiceHelper.startService(inner);
    }

    @Override
    protected void doStop() {
      ServiceHelper.stopService(inner);
    }
  }
}
