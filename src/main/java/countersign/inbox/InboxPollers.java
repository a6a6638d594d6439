package countersign.inbox;

import countersign.authority.Authority;
import countersign.authority.Partner;
import countersign.operations.Inboxes;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;

/**
 * The {@link InboxPoller} of each partner, by the partner's id, and those values of {@code
 * config/partners} that a route may name in a placeholder.
 */
final class InboxPollers {
  private final Authority authority;
  private final Map<String, InboxPoller> pollers = new LinkedHashMap<>();

  /** Creates the poller of a partner's inbox. */
  @FunctionalInterface
  interface Factory {
    InboxPoller of(String partner);
  }

  InboxPollers(Authority authority, Factory factory) {
    this.authority = authority;
    for (Partner partner : authority.partners()) {
      pollers.put(partner.id(), factory.of(partner.id()));
    }
  }

  /** Every inbox at its last successful poll. */
  List<Inboxes.PartnerInbox> look() {
    return pollers.values().stream().map(InboxPoller::look).toList();
  }

  /**
   * Renews the leases of the inboxes that this gateway polls; always returns false, because there
   * is no more work at once.
   */
  boolean prolong() {
    pollers.values().forEach(InboxPoller::prolong);
    return false;
  }

  /** Gives up the leases once no route polls any more. */
  void close() {
    pollers.values().forEach(InboxPoller::release);
  }

  /** Registers the metrics of each inbox. */
  void meters(MeterRegistry registry) {
    pollers.forEach(
        (partner, poller) -> {
          Gauge.builder("countersign.partner.failures", poller, InboxPoller::failures)
              .description(
                  "Number of failed polls of a partner's inbox since the last successful poll")
              .tag("partner", partner)
              .register(registry);
          Gauge.builder("countersign.partner.folders.missing", poller, InboxPoller::missingFolders)
              .description("Number of a partner's folders that the last poll did not find")
              .tag("partner", partner)
              .register(registry);
          Gauge.builder("countersign.inbox.aside", poller, InboxPoller::aside)
              .description("Number of inbox entries that are set aside after three tries")
              .tag("partner", partner)
              .register(registry);
        });
  }

  /**
   * Makes the beans {@code inbox-poller-ID} and the placeholders {@code partner.ID.host} and so on
   * available to the routes.
   */
  void bind(CamelContext context) {
    Properties values = new Properties();
    for (Partner partner : authority.partners()) {
      String id = partner.id();
      context.getRegistry().bind("inbox-poller-" + id, pollers.get(id));
      String prefix = "partner." + id + ".";
      values.setProperty(prefix + "user", partner.user());
      values.setProperty(prefix + "host", partner.host());
      values.setProperty(prefix + "port", String.valueOf(partner.port()));
      values.setProperty(prefix + "privateKeyFile", partner.privateKeyFile().toString());
      values.setProperty(prefix + "knownHostsFile", partner.knownHostsFile().toString());
      values.setProperty(prefix + "inbox", partner.settings().folders().inbox());
      values.setProperty(prefix + "outbox", partner.settings().folders().outbox());
    }
    context.getPropertiesComponent().setInitialProperties(values);
  }
}
