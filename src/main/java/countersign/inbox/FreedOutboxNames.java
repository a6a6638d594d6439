package countersign.inbox;

import com.jcraft.jsch.SftpException;
import countersign.lifecycle.Work;
import countersign.lifecycle.WorkQueue;
import countersign.request.Actor;
import countersign.request.OutgoingId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches names in a partner's outbox that another file occupies. As soon as such a name is free,
 * the upload that is parked for it is queued again. It also tells whether the server refuses
 * uploads.
 */
final class FreedOutboxNames {
  private static final Logger LOG = LoggerFactory.getLogger(FreedOutboxNames.class);
  private static final Duration BETWEEN = Duration.ofSeconds(5);
  private static final int MOST = 500;

  /** Files that are asked for their partner; one of them is enough. */
  private static final int FAULTS = 100;

  private final String partner;
  private final Work work;
  private final Function<OutgoingId, Optional<String>> partnerOf;
  private final Clock clock;
  private Instant next = Instant.MIN;
  private volatile @Nullable SftpFault fault;

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
    fault = refusal().orElse(null);
  }

  /** Why the server refuses uploads, by the files that still wait for the next try. */
  private Optional<SftpFault> refusal() {
    return work.rows(WorkQueue.DELIVER, false, MOST).stream()
        .filter(row -> !row.parked())
        .flatMap(
            row -> SftpFault.refusal(row.cause()).map(found -> Map.entry(found, row.id())).stream())
        .limit(FAULTS)
        .filter(found -> isOurs(OutgoingId.parse(found.getValue())))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The refusal that was found last. For any thread. */
  Optional<SftpFault> fault() {
    return Optional.ofNullable(fault);
  }

  private void retry(PartnerFolders folders, String id) throws SftpException {
    OutgoingId outgoing = OutgoingId.parse(id);
    if (isOurs(outgoing)
        && folders.size("outbox", PartnerFolders.bytesOf(outgoing.fileName())).isEmpty()
        && work.retry(WorkQueue.DELIVER, id, Actor.GATEWAY, "The name in the outbox is free.")) {
      LOG.info("{} is delivered now, because its name in the outbox is free", id);
    }
  }

  private boolean isOurs(OutgoingId outgoing) {
    return partnerOf.apply(outgoing).filter(partner::equals).isPresent();
  }
}
