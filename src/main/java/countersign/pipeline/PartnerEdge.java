package countersign.pipeline;

import countersign.intake.Intake;
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
 * One partner's inbox as the gateway sees it: who may poll (one gateway at a time), which files are
 * complete (their size and time have stood still), what lies there, and whether the last poll
 * worked.
 */
final class PartnerEdge
    implements PollingConsumerPollStrategy, GenericFileFilter<Object>, ExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(PartnerEdge.class);
  private static final Pattern PUBLISHED =
      Pattern.compile("[A-Z0-9-]{2,20}_[TP]_[0-9]{8}_[0-9]{4,9}\\.[a-zA-Z0-9.-]{1,80}");

  /** How long another gateway waits for one that was killed. */
  private static final Duration LEASE = Duration.ofSeconds(20);

  private record Sighting(long bytes, long modified, Instant since) {}

  private final String partner;
  private final Duration stillFor;
  private final Leases leases;
  private final Intake intake;
  private final Clock clock;
  private Map<String, Sighting> sightings = new HashMap<>();
  private Map<String, Sighting> seen = new HashMap<>();
  private volatile List<String> waiting = List.of();
  private volatile @Nullable String failure;
  private volatile @Nullable Instant lookedAt;
  private volatile int failures;
  private volatile boolean polls;

  /**
   * Describes an inbox that has not been looked at.
   *
   * @param stillFor how long size and time of a file must not change before it is read
   */
  PartnerEdge(String partner, Duration stillFor, Leases leases, Intake intake, Clock clock) {
    this.partner = partner;
    this.stillFor = stillFor;
    this.leases = leases;
    this.intake = intake;
    this.clock = clock;
  }

  @Override
  public synchronized boolean begin(Consumer consumer, Endpoint endpoint) {
    seen = new HashMap<>();
    polls = leases.take(lease(), LEASE).isPresent();
    return polls;
  }

  /** Keeps the inbox for this gateway, however long the file takes that is being read. */
  void prolong() {
    if (polls) {
      leases.take(lease(), LEASE);
    }
  }

  /** Leaves the inbox to whichever gateway polls next. */
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
    intake.movedAllBut(partner, seen.keySet());
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
    String word = fault.map(Enum::name).orElseGet(() -> Outcomes.causeOf(cause));
    boolean news = !word.equals(failure);
    failures++;
    failure = word;
    if (news || failures % 20 == 0) {
      LOG.warn(
          "{}  Inbox of {}: poll failed {} times: {}. The next poll tries again.",
          word,
          partner,
          failures,
          fault.map(SftpFault::means).orElse("the cause is in the gateway"));
    }
    return false;
  }

  /** A poll that failed: {@link #rollback} has told, and not at every poll of a long night. */
  @Override
  public void handleException(Throwable cause) {
    LOG.debug("Inbox of {}: {}", partner, Outcomes.causeOf(cause));
  }

  @Override
  public void handleException(@Nullable String message, Throwable cause) {
    handleException(cause);
  }

  /** One file that could not be fetched or moved: it vanished, or the line broke. */
  @Override
  public void handleException(
      @Nullable String message, @Nullable Exchange exchange, Throwable cause) {
    LOG.warn(
        "{}  Inbox of {}: {} could not be fetched or moved. The next poll tries again.",
        SftpFault.of(cause).map(Enum::name).orElseGet(() -> Outcomes.causeOf(cause)),
        partner,
        exchange == null ? "a file" : nameOf(exchange));
  }

  private static String nameOf(Exchange exchange) {
    String name = exchange.getMessage().getHeader(Exchange.FILE_NAME_ONLY, "", String.class);
    return PUBLISHED.matcher(name).matches() ? name : "a file";
  }

  /** Polls that failed since the last good one. */
  int failures() {
    return failures;
  }

  /**
   * What lay there at the last good poll; names of other shapes are left out, they may say
   * anything.
   */
  Inboxes.Inbox look() {
    return new Inboxes.Inbox(
        partner,
        waiting.stream().filter(name -> PUBLISHED.matcher(name).matches()).sorted().toList(),
        lookedAt,
        failure);
  }
}
