package countersign.pipeline;

import java.util.Collection;
import java.util.Map;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.SafeCopyProperty;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/**
 * Labels each exchange in which a {@link ClosedBody} was seen. Copies of the exchange keep the
 * label, and no step of a route removes it.
 */
final class CarriedData implements InterceptStrategy {
  private static final String LABEL = "countersign.carried";

  private record Label() implements SafeCopyProperty {
    @Override
    public SafeCopyProperty safeCopy() {
      return this;
    }
  }

  /** True if the exchange carries taxpayer data or has carried them. */
  static boolean isIn(Exchange exchange) {
    return exchange.getExchangeExtension().getSafeCopyProperty(LABEL, Label.class) != null
        || holds(exchange.getMessage().getBody())
        || holds(exchange.getMessage().getHeaders())
        || holds(exchange.getVariables())
        || holds(exchange.getProperties());
  }

  private static boolean holds(Object value) {
    if (value instanceof ClosedBody) {
      return true;
    }
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().anyMatch(CarriedData::holds);
    }
    return value instanceof Collection<?> many && many.stream().anyMatch(CarriedData::holds);
  }

  private static void label(Exchange exchange) {
    if (isIn(exchange)) {
      exchange.getExchangeExtension().setSafeCopyProperty(LABEL, new Label());
    }
  }

  @Override
  public Processor wrapProcessorInInterceptors(
      CamelContext context, NamedNode definition, Processor target, Processor nextTarget) {
    return new Labelled(target);
  }

  private static final class Labelled extends DelegateAsyncProcessor {
    Labelled(Processor target) {
      super(target);
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
      label(exchange);
      return super.process(
          exchange,
          doneSync -> {
            label(exchange);
            callback.done(doneSync);
          });
    }
  }
}
