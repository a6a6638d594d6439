package countersign.pipeline;

import countersign.authority.Authority;
import countersign.authority.Partner;
import countersign.intake.Intake;
import countersign.lifecycle.Leases;
import countersign.operations.Inboxes;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;

/**
 * One {@link PartnerEdge} a partner, and what a route may know of a partner: the values that {@code
 * config/partners} gives it.
 */
final class Edges {
  private final Authority authority;
  private final Map<String, PartnerEdge> edges = new LinkedHashMap<>();
  private final Map<String, Filing> filings = new LinkedHashMap<>();

  Edges(Authority authority, Leases leases, Intake intake, Clock clock, Duration stillFor) {
    this.authority = authority;
    for (Partner partner : authority.partners()) {
      edges.put(partner.id(), new PartnerEdge(partner.id(), stillFor, leases, intake, clock));
      filings.put(partner.id(), new Filing(partner.id(), intake, clock));
    }
  }

  /** What waits in every inbox, as of the last good poll. */
  List<Inboxes.Inbox> look() {
    return edges.values().stream().map(PartnerEdge::look).toList();
  }

  /** Keeps the inboxes that this gateway polls; returns that there is no more to do at once. */
  boolean prolong() {
    edges.values().forEach(PartnerEdge::prolong);
    return false;
  }

  /** Leaves the inboxes to another gateway, once no route polls any more. */
  void close() {
    edges.values().forEach(PartnerEdge::release);
  }

  /** Tells of every inbox how many polls failed since the last good one. */
  void meters(MeterRegistry registry) {
    edges.forEach(
        (partner, edge) ->
            Gauge.builder("countersign.partner.failures", edge, PartnerEdge::failures)
                .description(
                    "Number of failed polls of a partner's inbox since the last successful poll")
                .tag("partner", partner)
                .register(registry));
  }

  /**
   * Makes beans {@code edge-ID}, {@code filing-ID} and placeholders {@code partner.ID.host} and so
   * on known to the routes.
   */
  void bind(CamelContext context) {
    Properties values = new Properties();
    for (Partner partner : authority.partners()) {
      String id = partner.id();
      context.getRegistry().bind("edge-" + id, edges.get(id));
      context.getRegistry().bind("filing-" + id, filings.get(id));
      String prefix = "partner." + id + ".";
      values.setProperty(prefix + "user", partner.user());
      values.setProperty(prefix + "host", partner.host());
      values.setProperty(prefix + "port", String.valueOf(partner.port()));
      values.setProperty(prefix + "privateKeyFile", partner.privateKeyFile().toString());
      values.setProperty(prefix + "knownHostsFile", partner.knownHostsFile().toString());
    }
    context.getPropertiesComponent().setInitialProperties(values);
  }
}
