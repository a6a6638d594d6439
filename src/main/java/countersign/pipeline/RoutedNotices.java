package countersign.pipeline;

import countersign.notification.Notice;
import countersign.notification.NoticeChannels;
import countersign.request.FaultKind;
import countersign.request.Unavailable;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** Tells a notice by the route {@code direct:notices-CHANNEL}, if the integrator has added it. */
final class RoutedNotices implements NoticeChannels {
  private static final String PREFIX = "direct://notices-";
  private final Supplier<CamelContext> camel;
  private final Supplier<ProducerTemplate> producer;

  RoutedNotices(Supplier<CamelContext> camel, Supplier<ProducerTemplate> producer) {
    this.camel = camel;
    this.producer = producer;
  }

  @Override
  public Set<String> open() {
    Set<String> open = new TreeSet<>();
    camel.get().getRoutes().stream()
        .map(route -> route.getEndpoint().getEndpointUri())
        .filter(uri -> uri.startsWith(PREFIX))
        .forEach(uri -> open.add(uri.substring(PREFIX.length())));
    return open;
  }

  @Override
  public void tell(String channel, Notice notice) {
    Exchange told =
        producer.get().send(PREFIX + channel, exchange -> exchange.getMessage().setBody(notice));
    Exception failed = told.getException();
    if (failed instanceof Unavailable away) {
      throw away;
    }
    if (failed != null) {
      throw new Unavailable(
          "NOTICE_NOT_TOLD",
          "A notice by %s failed (%s). It is told again in a minute."
              .formatted(channel, FaultKind.rootWords(failed)),
          null);
    }
  }
}
