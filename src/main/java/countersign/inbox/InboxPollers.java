package countersign.inbox;

import countersign.authority.Authority;
import countersign.authority.Partner;
import countersign.operations.Inboxes;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.jspecify.annotations.Nullable;

/**
 * The {@link InboxPoller} of each partner, by the partner's id, and those values of {@code
 * config/partners} that a route may name in a placeholder.
 */
public final class InboxPollers {
  private final Authority authority;
  private final Factory factory;
  private final Map<String, Bound> bound = new ConcurrentHashMap<>();
  private final List<MeterRegistry> registries = new CopyOnWriteArrayList<>();
  private @Nullable CamelContext camel;

  /** Creates the poller of a partner's inbox. */
  @FunctionalInterface
  interface Factory {
    InboxPoller of(String partner);
  }

  /** A poller and its partner, as the routes were bound to it last. */
  private record Bound(Partner partner, InboxPoller poller) {}

  InboxPollers(Authority authority, Factory factory) {
    this.authority = authority;
    this.factory = factory;
    for (Partner partner : authority.partners()) {
      bound.put(partner.id(), new Bound(partner, factory.of(partner.id())));
    }
  }

  /** Every inbox at its last successful poll. */
  List<Inboxes.PartnerInbox> look() {
    return pollers().stream()
        .map(InboxPoller::look)
        .sorted(Comparator.comparing(Inboxes.PartnerInbox::partner))
        .toList();
  }

  private Collection<InboxPoller> pollers() {
    return bound.values().stream().map(Bound::poller).toList();
  }

  /**
   * Renews the leases of the inboxes that this gateway polls; always returns false, because there
   * is no more work at once.
   */
  boolean prolong() {
    pollers().forEach(InboxPoller::prolong);
    return false;
  }

  /** Gives up the leases once no route polls any more. */
  void close() {
    pollers().forEach(InboxPoller::release);
  }

  /** Registers the metrics of each inbox. */
  void meters(MeterRegistry registry) {
    registries.add(registry);
    bound.values().forEach(one -> InboxMeters.add(registry, one.partner().id(), one.poller()));
  }

  /**
   * Makes the beans {@code inbox-poller-ID} and the placeholders {@code partner.ID.host} and so on
   * available to the routes.
   */
  void bind(CamelContext context) {
    camel = context;
    bound.values().forEach(one -> bind(context, one));
    placeholders(context);
  }

  private static void bind(CamelContext context, Bound one) {
    context.getRegistry().bind(bean(one.partner().id()), one.poller());
  }

  private static String bean(String partner) {
    return "inbox-poller-" + partner;
  }

  /**
   * Follows the partners that are in force now: partners come and go, and one whose connection has
   * changed gets a new one. Called while none of their routes runs.
   */
  public void follow() {
    CamelContext context = Objects.requireNonNull(camel);
    for (Bound old : List.copyOf(bound.values())) {
      String id = old.partner().id();
      Partner now = authority.partner(id).orElse(null);
      if (now == null || !now.connectsLike(old.partner())) {
        disconnect(context, old.partner()); // first, so that a second try does it again
      }
      if (now == null) {
        bound.remove(id);
        old.poller().release();
        context.getRegistry().unbind(bean(id));
        registries.forEach(registry -> InboxMeters.remove(registry, id));
      } else {
        bound.put(id, new Bound(now, old.poller()));
      }
    }
    for (Partner partner : authority.partners()) {
      if (!bound.containsKey(partner.id())) {
        Bound made = new Bound(partner, factory.of(partner.id()));
        bound.put(partner.id(), made);
        bind(context, made);
        registries.forEach(registry -> InboxMeters.add(registry, partner.id(), made.poller()));
      }
    }
    placeholders(context);
  }

  /** Forgets the endpoints of a partner's folders, so that the next routes sign in again. */
  private static void disconnect(CamelContext context, Partner partner) {
    String server = "sftp://%s@%s:%d/".formatted(partner.user(), partner.host(), partner.port());
    for (String folder :
        List.of(partner.settings().folders().inbox(), partner.settings().folders().outbox())) {
      for (Endpoint endpoint : List.copyOf(context.getEndpoints())) {
        if (endpoint.getEndpointUri().startsWith(server + folder + "?")) {
          removeEndpoint(context, endpoint);
        }
      }
    }
  }

  private static void removeEndpoint(CamelContext context, Endpoint endpoint) {
    try {
      context.removeEndpoint(endpoint);
    } catch (Exception e) {
      throw new IllegalStateException("An endpoint of a partner could not be removed", e);
    }
  }

  private void placeholders(CamelContext context) {
    Properties values = new Properties();
    for (Partner partner : authority.partners()) {
      String prefix = "partner." + partner.id() + ".";
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
