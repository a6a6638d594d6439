package countersign.pipeline;

import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.jspecify.annotations.Nullable;

/** What an endpoint behind a lock takes, and what becomes of its result. */
abstract class EndpointGate {
  /** The content for the endpoint; null if the exchange is not one that the endpoint takes. */
  abstract @Nullable Object opened(Exchange exchange);

  /** The result of the endpoint as the next step sees it. */
  abstract Object closed(Object body, Exchange exchange);

  /** Why the endpoint failed, without values. */
  abstract RuntimeException failure(Throwable thrown);

  /** Whether the endpoint answers. */
  ExchangePattern pattern() {
    return ExchangePattern.InOut;
  }

  /** The only header that goes with the content. */
  String contentType() {
    return "application/json";
  }
}
