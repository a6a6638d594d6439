package countersign.monitoring;

import countersign.operations.Inboxes;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * Reports the partners whose inbox cannot be polled or whose folders are missing, and how many
 * entries are set aside. Has a status of its own that does not change the overall one, because one
 * unreachable partner must not make the gateway DOWN for the others.
 */
final class PartnersHealth extends AbstractHealthIndicator {
  private static final Status AWAY = new Status("PARTNER_AWAY");

  /** Every fault of a partner's server begins so; any other is a fault of our own parts. */
  private static final String OF_THE_SERVER = "SFTP_";

  private final Inboxes inboxes;

  PartnersHealth(Inboxes inboxes) {
    super("The inboxes cannot be listed");
    this.inboxes = inboxes;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    health.up();
    for (Inboxes.PartnerInbox inbox : inboxes.look()) {
      String fault = inbox.fault();
      if (fault != null) {
        String folders = String.join(" ", inbox.missingFolders());
        health.withDetail(inbox.partner(), (fault + " " + folders).strip());
        if (fault.startsWith(OF_THE_SERVER)) {
          health.status(AWAY);
        }
      }
      if (!inbox.aside().isEmpty()) {
        health.withDetail(inbox.partner() + ".aside", inbox.aside().size());
      }
    }
  }
}
