package countersign.monitoring;

import countersign.operations.Inboxes;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * Reports the partners whose inbox cannot be polled or whose folders are missing, and how many
 * entries are set aside. The status of an unreachable partner does not change the overall one,
 * because one partner must not make the gateway DOWN for the others; the status of a route that
 * does not run does, because only an operator can make it run.
 */
final class PartnersHealth extends AbstractHealthIndicator {
  private static final Status AWAY = new Status("PARTNER_AWAY");
  private static final Status NOT_STARTED = new Status(Inboxes.ROUTE_NOT_STARTED);

  /** Every fault of a partner's server begins so; any other is a fault of our own parts. */
  private static final String OF_THE_SERVER = "SFTP_";

  private final Inboxes inboxes;

  PartnersHealth(Inboxes inboxes) {
    super("The inboxes cannot be listed");
    this.inboxes = inboxes;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    Status status = Status.UP;
    for (Inboxes.PartnerInbox inbox : inboxes.look()) {
      String fault = inbox.fault();
      if (fault != null) {
        String folders = String.join(" ", inbox.missingFolders());
        health.withDetail(inbox.partner(), (fault + " " + folders).strip());
        status = status(status, fault);
      }
      if (!inbox.aside().isEmpty()) {
        health.withDetail(inbox.partner() + ".aside", inbox.aside().size());
      }
    }
    health.status(status);
  }

  private static Status status(Status before, String fault) {
    if (fault.equals(Inboxes.ROUTE_NOT_STARTED)) {
      return NOT_STARTED;
    }
    return fault.startsWith(OF_THE_SERVER) && !before.equals(NOT_STARTED) ? AWAY : before;
  }
}
