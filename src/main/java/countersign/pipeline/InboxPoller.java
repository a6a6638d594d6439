package countersign.pipeline;

import countersign.intake.Inbox;
import countersign.lifecycle.Leases;
import countersign.operations.Inboxes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gateway's view of one partner's inbox: whether this gateway may poll it (one gateway at a
 * time), which files are complete (size and time have not changed for a while), which files are in
 * it, and whether the last poll succeeded.
 */
final class InboxPoller
    implements PollingConsumerPollStrategy, GenericFileFilter<Object>, ExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(InboxPoller.class);
  private static final Pattern PUBLISHED =
      Pattern.compile("[A-Z0-9-]{2,20}_[TP]_[0-9]{8}_[0-9]{4,9}\\.[a-zA-Z0-9.-]{1,80}");

  /** Time that another gateway waits after this one was killed. */
  private static final Duration LEASE = Duration.ofSeconds(20);

  private record Sighting(long bytes, long modified, Instant since) {}

  private final String partner;
  private final Duration stillFor;
  private final Leases leases;
  private final Inbox inbox;
  private final Clock clock;
  private Map<String, Sighting> sightings = new HashMap<>();
  private Map<String, Sighting> seen = new HashMap<>();
  private volatile List<String> waiting = List.of();
  private volatile @Nullable String failure;
  private volatile @Nullable Instant lookedAt;
  private volatile int failures;
  private volatile boolean polls;

  /**
   * Creates the view of an inbox that has not been polled yet.
   *
   * @param stillFor time for which size and modification time of a file must not change before it
   *     is read
   */
  InboxPoller(String partner, Duration stillFor, Leases leases, Inbox inbox, Clock clock) {
    this.partner = partner;
    this.stillFor = stillFor;
    this.leases = leases;
    this.inbox = inbox;
    this.clock = clock;
  }

  @Override
  public synchronized boolean begin(Consumer consumer, Endpoint endpoint) {
    seen = new HashMap<>();
    polls = leases.take(lease(), LEASE).isPresent();
    return polls;
  }

  /** Renews this gateway's lease on the inbox, however long reading a file takes. */
  void prolong() {
    if (polls) {
      leases.take(lease(), LEASE);
    }
  }

  /** Gives up the lease, so that any gateway can poll next. */
  void release() {
    if (polls) {
      polls = false;
      leases.release(lease());
    }
  }

  private String lease() {
    return "inbox-" + partner;
  }

  @Override
  public synchronized boolean accept(GenericFile<Object> file) {
    String name = file.getFileNameOnly();
    if (file.isDirectory() || name.startsWith(".") || name.endsWith(".part")) {
      return false;
    }
    Sighting before = sightings.get(name);
    boolean same =
        before != null
            && before.bytes() == file.getFileLength()
            && before.modified() == file.getLastModified();
    Sighting now =
        same && before != null
            ? before
            : new Sighting(file.getFileLength(), file.getLastModified(), clock.instant());
    seen.put(name, now);
    return !now.since().plus(stillFor).isAfter(clock.instant());
  }

  @Override
  public synchronized void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
    sightings = seen;
    waiting = List.copyOf(seen.keySet());
    inbox.movedAllBut(partner, seen.keySet());
    if (failures > 0) {
      LOG.info("Inbox of {} can be read again after {} failed polls", partner, failures);
    }
    failures = 0;
    failure = null;
    lookedAt = clock.instant();
  }

  @Override
  public synchronized boolean rollback(
      Consumer consumer, Endpoint endpoint, int retries, Exception cause) {
    Optional<SftpFault> fault = SftpFault.of(cause);
    String reason = fault.map(Enum::name).orElseGet(() -> RouteErrorHandler.causeOf(cause));
    boolean news = !reason.equals(failure);
    failures++;
    failure = reason;
    if (news || failures % 20 == 0) {
      LOG.warn(
          "{}  Inbox of {}: poll failed {} times: {}. The next poll tries again.",
          reason,
          partner,
          failures,
          fault.map(SftpFault::means).orElse("the cause is in the gateway"));
    }
    return false;
  }

  /**
   * A failed poll. Logged at DEBUG only, because {@link #rollback} has already written a warning
   * and does not repeat it at every poll.
   */
  @Override
  public void handleException(Throwable cause) {
    LOG.debug("Inbox of {}: {}", partner, RouteErrorHandler.causeOf(cause));
  }

  @Override
  public void handleException(@Nullable String message, Throwable cause) {
    handleException(cause);
  }

  /** A single file could not be fetched or moved: it has disappeared, or the connection broke. */
  @Override
  public void handleException(
      @Nullable String message, @Nullable Exchange exchange, Throwable cause) {
    LOG.warn(
        "{}  Inbox of {}: {} could not be fetched or moved. The next poll tries again.",
        SftpFault.of(cause).map(Enum::name).orElseGet(() -> RouteErrorHandler.causeOf(cause)),
        partner,
        exchange == null ? "a file" : nameOf(exchange));
  }

  private static String nameOf(Exchange exchange) {
    String name = exchange.getMessage().getHeader(Exchange.FILE_NAME_ONLY, "", String.class);
    return PUBLISHED.matcher(name).matches() ? name : "a file";
  }

  /** Number of failed polls since the last successful one. */
  int failures() {
    return failures;
  }

  /**
   * The inbox at the last successful poll. Names that are not valid file names of the exchange are
   * left out, because they may contain anything.
   */
  Inboxes.PartnerInbox look() {
    return new Inboxes.PartnerInbox(
        partner,
        waiting.stream().filter(name -> PUBLISHED.matcher(name).matches()).sorted().toList(),
        lookedAt,
        failure);
  }
}
