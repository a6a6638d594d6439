package countersign.inbox;

import com.jcraft.jsch.SftpException;
import countersign.lifecycle.Work;
import countersign.lifecycle.WorkQueue;
import countersign.request.Actor;
import countersign.request.OutgoingId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requeues files that are parked because another file had their name in a partner's outbox, once
 * that name is free.
 */
final class FreedOutboxNames {
  private static final Logger LOG = LoggerFactory.getLogger(FreedOutboxNames.class);
  private static final Duration BETWEEN = Duration.ofSeconds(5);
  private static final int MOST = 500;

  private final String partner;
  private final Work work;
  private final Function<OutgoingId, Optional<String>> partnerOf;
  private final Clock clock;
  private Instant next = Instant.MIN;

  /**
   * Creates the check for one partner.
   *
   * @param partnerOf the partner whose outbox receives a file
   */
  FreedOutboxNames(
      String partner, Work work, Function<OutgoingId, Optional<String>> partnerOf, Clock clock) {
    this.partner = partner;
    this.work = work;
    this.partnerOf = partnerOf;
    this.clock = clock;
  }

  /** Asks for each parked name, at most once in five seconds. COMMITS for each that is free. */
  void retry(PartnerFolders folders) throws SftpException {
    Instant now = clock.instant();
    if (now.isBefore(next)) {
      return;
    }
    next = now.plus(BETWEEN);
    for (Work.QueuedWork row : work.rows(WorkQueue.DELIVER, true, MOST)) {
      if (OutboxConflictHandler.NAME_TAKEN.equals(row.cause())) {
        retry(folders, row.id());
      }
    }
  }

  private void retry(PartnerFolders folders, String id) throws SftpException {
    OutgoingId outgoing = OutgoingId.parse(id);
    boolean ours = partnerOf.apply(outgoing).filter(partner::equals).isPresent();
    if (ours
        && folders.size("outbox", PartnerFolders.bytesOf(outgoing.fileName())).isEmpty()
        && work.retry(WorkQueue.DELIVER, id, Actor.GATEWAY, "The name in the outbox is free.")) {
      LOG.info("{} is delivered now, because its name in the outbox is free", id);
    }
  }
}
