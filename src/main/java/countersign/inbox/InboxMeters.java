package countersign.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The metrics of one partner's inbox. Stateless. */
final class InboxMeters {
  private static final String FAILURES = "countersign.partner.failures";
  private static final String MISSING = "countersign.partner.folders.missing";
  private static final String ASIDE = "countersign.inbox.aside";

  private InboxMeters() {}

  static void add(MeterRegistry registry, String partner, InboxPoller poller) {
    gauge(
        registry,
        FAILURES,
        "Number of failed polls of a partner's inbox since the last successful poll",
        partner,
        poller,
        InboxPoller::failures);
    gauge(
        registry,
        MISSING,
        "Number of a partner's folders that the last poll did not find",
        partner,
        poller,
        InboxPoller::missingFolders);
    gauge(
        registry,
        ASIDE,
        "Number of inbox entries that are set aside after three tries",
        partner,
        poller,
        InboxPoller::aside);
  }

  private static void gauge(
      MeterRegistry registry,
      String name,
      String what,
      String partner,
      InboxPoller poller,
      ToDoubleFunction<InboxPoller> value) {
    Gauge.builder(name, poller, value).description(what).tag("partner", partner).register(registry);
  }

  static void remove(MeterRegistry registry, String partner) {
    for (String name : List.of(FAILURES, MISSING, ASIDE)) {
      registry.find(name).tag("partner", partner).gauges().forEach(registry::remove);
    }
  }
}
