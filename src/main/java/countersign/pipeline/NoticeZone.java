package countersign.pipeline;

import countersign.notification.Notice;
import countersign.request.FaultKind;
import countersign.request.Unavailable;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.jspecify.annotations.Nullable;

/** The endpoints that tell people outside that something waits: they take notices only. */
final class NoticeZone {
  private static final EndpointGate TEXT = new Told(false);

  private static final Map<String, EndpointGate> GATES =
      Map.of(
          "notify-mail:notices", TEXT,
          "notify-queue:notices", TEXT,
          "notify-topic:approval", TEXT,
          "notify-webhook:notices", new Told(true));

  private NoticeZone() {}

  /** The gate in front of an endpoint; empty if it is outside the zone. */
  static Optional<EndpointGate> gate(String uri) {
    return Optional.ofNullable(GATES.get(uri));
  }

  private static final class Told extends EndpointGate {
    private final boolean json;

    Told(boolean json) {
      this.json = json;
    }

    @Override
    @Nullable Object opened(Exchange exchange) {
      if (exchange.getMessage().getBody() instanceof Notice notice && !CarriedData.isIn(exchange)) {
        return json
            ? "{\"kind\":\"%s\",\"subject\":\"%s\"}".formatted(notice.kind(), notice.subject())
            : notice.toString();
      }
      return null;
    }

    @Override
    Object closed(Object body, Exchange exchange) {
      return body;
    }

    @Override
    Unavailable failure(Throwable thrown) {
      return new Unavailable(
          "NOTICE_NOT_TOLD",
          "A notice was not taken (%s). It is told again in a minute."
              .formatted(FaultKind.rootWords(thrown)),
          null);
    }

    @Override
    ExchangePattern pattern() {
      return json ? ExchangePattern.InOut : ExchangePattern.InOnly;
    }

    @Override
    String contentType() {
      return json ? "application/json" : "text/plain; charset=UTF-8";
    }
  }
}
