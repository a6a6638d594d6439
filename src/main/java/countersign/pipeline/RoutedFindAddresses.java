package countersign.pipeline;

import countersign.records.FindAddresses;
import countersign.records.FoundRecord;
import countersign.records.LookupKey;
import countersign.request.Unavailable;
import java.util.List;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.slf4j.MDC;

/**
 * Implements the records port as a route, so that an integrator can connect {@code
 * direct:find-addresses} to another source.
 */
final class RoutedFindAddresses implements FindAddresses {
  private final ProducerTemplate camel;

  RoutedFindAddresses(ProducerTemplate camel) {
    this.camel = camel;
  }

  @Override
  public List<FoundRecord> find(List<LookupKey> wanted) {
    String unit = MDC.get("unit"); // of the step that asks
    Exchange answered =
        camel.request(
            "direct:find-addresses",
            exchange -> {
              exchange.getMessage().setBody(new ClosedBody.Wanted(wanted));
              ExchangeWorkId.tell(exchange, unit);
            });
    Exception failed = answered.getException();
    if (failed instanceof Unavailable away) {
      throw away;
    }
    if (failed != null) {
      throw new CamelExecutionException("The addresses could not be asked for", answered, failed);
    }
    if (answered.getMessage().getBody() instanceof ClosedBody.Found found) {
      return found.open();
    }
    throw new IllegalStateException("The route find-addresses did not answer with records");
  }
}
