package countersign.inbox;

import com.jcraft.jsch.SftpException;
import countersign.authority.PartnerSettings;
import countersign.operations.Inboxes;
import countersign.pause.PartnerPauses;
import countersign.pipeline.FaultSort;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gateway's view of one partner's inbox: whether this gateway may poll it (one gateway at a
 * time), what is in it, and whether the last poll succeeded. A fault is logged when it begins and
 * when it ends, not at every poll.
 */
final class InboxPoller implements PollingConsumerPollStrategy, ExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(InboxPoller.class);

  private final String partner;
  private final PollPermit permit;
  private final InboxReading reading;
  private final InboxTries tries;
  private final RefusedMoves refused;
  private final FreedOutboxNames freed;
  private final PastFolders past;
  private final PollGate gate;
  private final PollFaults faults;
  private final Clock clock;
  private volatile List<String> waiting = List.of();
  private volatile List<String> missing = List.of();
  private volatile @Nullable Instant lookedAt;

  /** What a poller works with; see {@link InboxPollers}. */
  record Parts(
      PollPermit permit,
      InboxReading reading,
      InboxTries tries,
      RefusedMoves refused,
      FreedOutboxNames freed,
      PastFolders past,
      PollGate gate) {}

  /** Creates the view of an inbox that has not been polled yet. */
  InboxPoller(String partner, Parts parts, Clock clock) {
    this.partner = partner;
    this.faults = new PollFaults(partner);
    this.permit = parts.permit();
    this.reading = parts.reading();
    this.tries = parts.tries();
    this.refused = parts.refused();
    this.freed = parts.freed();
    this.past = parts.past();
    this.gate = parts.gate();
    this.clock = clock;
  }

  @Override
  public synchronized boolean begin(Consumer consumer, Endpoint endpoint) {
    return permit.begins();
  }

  /**
   * Polls the inbox once, or only looks into the other folders.
   *
   * @return number of entries in the inbox
   */
  int poll(PartnerFolders folders, InboxReading.Route route, int most) throws SftpException {
    PartnerFolderState state = PartnerFolderState.of(folders);
    report(state.missing());
    past.compare(state, folders::size);
    if (!permit.reads()) {
      return 0;
    }
    List<InboxEntry> listing = reading.read(folders, state, route, most);
    gate.polled(reading.isUnfinished());
    waiting =
        listing.stream().filter(InboxEntry::isPublished).map(InboxEntry::name).sorted().toList();
    freed.retry(folders);
    return listing.size();
  }

  /**
   * Time until a file that the last poll found may be read, because it has not changed for long
   * enough by then; zero if there is none.
   */
  Duration untilNextStill() {
    return permit.reads() ? reading.untilNextStill() : Duration.ZERO;
  }

  /** Whether this poll may list the inbox once more; asks as at its begin. */
  boolean mayListAgain() {
    return permit.asks();
  }

  private void report(List<String> nowMissing) {
    if (!nowMissing.equals(missing)) {
      if (nowMissing.isEmpty()) {
        LOG.info("Every folder of {} is there again", partner);
      } else {
        LOG.warn(
            "{}  Folders of {} that are missing: {}. Files that need them wait. Ask the partner to create them again.",
            SftpFault.SFTP_FOLDER_MISSING,
            partner,
            nowMissing);
      }
      missing = nowMissing;
    }
  }

  /** The settings of the partner in force. */
  PartnerSettings settings() {
    return gate.settings();
  }

  /** Whether no other gateway has taken over the inbox. */
  boolean isStillMine() {
    return permit.isStillMine();
  }

  /** Renews this gateway's lease on the inbox, however long reading a file takes. */
  void prolong() {
    permit.prolong();
  }

  /** Gives up the lease, so that any gateway can poll next. */
  void release() {
    permit.release();
  }

  @Override
  public synchronized void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
    faults.over();
    if (permit.reads()) {
      lookedAt = clock.instant();
    }
  }

  @Override
  public synchronized boolean rollback(
      Consumer consumer, Endpoint endpoint, int retries, Exception cause) {
    endsBadly();
    faults.failed(cause);
    return false;
  }

  /** What only looked into the other folders is no poll for the partner's document. */
  private void endsBadly() {
    if (permit.reads()) {
      gate.failed();
    }
  }

  /**
   * A failed poll. Logged at DEBUG only, because {@link #rollback} has already written a warning
   * and does not repeat it at every poll.
   */
  @Override
  public void handleException(Throwable cause) {
    LOG.debug("Inbox of {}: {}", partner, FaultSort.causeOf(cause));
  }

  @Override
  public void handleException(@Nullable String message, Throwable cause) {
    handleException(cause);
  }

  @Override
  public void handleException(
      @Nullable String message, @Nullable Exchange exchange, Throwable cause) {
    handleException(cause);
  }

  /** Number of failed polls since the last successful one. */
  int failures() {
    return faults.polls();
  }

  /** Number of folders that the last poll did not find. */
  int missingFolders() {
    return missing.size();
  }

  /** Number of entries that are set aside. */
  int aside() {
    return tries.aside().size();
  }

  /**
   * The inbox at the last successful poll. Names that are not valid file names of the exchange are
   * left out, because they may contain anything.
   */
  Inboxes.PartnerInbox look() {
    String fault = gate.isPaused() ? PartnerPauses.PAUSED : faults.reason();
    if (fault == null) {
      fault =
          missing.isEmpty()
              ? refused.fault().or(freed::fault).map(Enum::name).orElse(null)
              : SftpFault.SFTP_FOLDER_MISSING.name();
    }
    return new Inboxes.PartnerInbox(
        partner,
        waiting,
        lookedAt,
        fault,
        missing,
        tries.aside().stream().map(InboxPoller::shown).toList());
  }

  private static Inboxes.Aside shown(InboxFailure failure) {
    return new Inboxes.Aside(failure.entry(), failure.cause().name(), failure.since());
  }
}
