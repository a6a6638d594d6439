package countersign.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folders of one partner into which the server refused to move a file, until a file is moved
 * there. One file is tried every few seconds, because most causes end unseen: a file system is
 * writable again, or a disk has space.
 */
final class RefusedMoves {
  private static final Logger LOG = LoggerFactory.getLogger(RefusedMoves.class);
  private static final Duration BETWEEN = Duration.ofSeconds(5);
  private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(10);

  /** Stands for the folder of a file that was judged before this gateway started. */
  private static final String UNKNOWN = "";

  private record Refusal(SftpFault fault, Instant at) {}

  private final String partner;
  private final Clock clock;
  private final Map<String, Refusal> refusals = new ConcurrentHashMap<>();
  private final Map<String, Instant> warned = new HashMap<>();

  RefusedMoves(String partner, Clock clock) {
    this.partner = partner;
    this.clock = clock;
  }

  /** The server answers, but it refused to move a file into a folder. */
  void refused(String folder, SftpFault fault) {
    Instant now = clock.instant();
    refusals.put(folder, new Refusal(fault, now));
    refusals.put(UNKNOWN, new Refusal(fault, now));
    Instant last = warned.get(folder);
    if (last == null || last.plus(BETWEEN_WARNINGS).isBefore(now)) {
      warned.put(folder, now);
      LOG.warn(
          "{}  A file of {} cannot be moved from inbox to {}: {}. The gateway tries again every {} seconds.",
          fault,
          partner,
          folder,
          fault.means(),
          BETWEEN.toSeconds());
    }
  }

  /** A file was moved into a folder. */
  void worked(String folder) {
    if (refusals.remove(folder) != null) {
      LOG.debug("Files of {} can be moved to {} again", partner, folder);
    }
    refusals.remove(UNKNOWN);
  }

  /** No file waits for a folder any more. */
  void clear() {
    refusals.clear();
  }

  /**
   * Whether it is too early for another attempt.
   *
   * @param folder empty if the file's folder is not known
   */
  boolean rests(Optional<String> folder) {
    Refusal last = refusals.get(folder.orElse(UNKNOWN));
    return last != null && last.at().plus(BETWEEN).isAfter(clock.instant());
  }

  /** The last refusal that has not ended. For any thread. */
  Optional<SftpFault> fault() {
    return Optional.ofNullable(refusals.get(UNKNOWN)).map(Refusal::fault);
  }
}
