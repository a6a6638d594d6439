package countersign.monitoring;

import countersign.operations.Inboxes;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * Tells whose inbox cannot be looked into. It has a status of its own that does not count for the
 * whole: one partner that is away must not take the gateway down for the others.
 */
final class PartnersHealth extends AbstractHealthIndicator {
  private static final Status AWAY = new Status("PARTNER_AWAY");

  private final Inboxes inboxes;

  PartnersHealth(Inboxes inboxes) {
    super("The inboxes cannot be listed");
    this.inboxes = inboxes;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    health.up();
    for (Inboxes.Inbox inbox : inboxes.look()) {
      String fault = inbox.fault();
      if (fault != null) {
        health.status(AWAY).withDetail(inbox.partner(), fault);
      }
    }
  }
}
