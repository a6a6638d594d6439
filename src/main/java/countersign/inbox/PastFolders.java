package countersign.inbox;

import com.jcraft.jsch.SftpException;
import countersign.journal.PastFiles;
import countersign.journal.UnknownFile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks in a partner's folders, once after the start, for files that only a newer database knows.
 * Nothing is uploaded to the partner before. A folder that is missing is looked into when it is
 * there. Asks for single names and lists nothing. For one thread.
 */
final class PastFolders {
  private static final Logger LOG = LoggerFactory.getLogger(PastFolders.class);
  private static final String OUTBOX = "outbox";
  private static final Set<String> FOLDERS = Set.of(OUTBOX, "archive", "rejected");

  /** Without a poll the folders are looked into again after this time. */
  private static final Duration BETWEEN = Duration.ofSeconds(30);

  private final String partner;
  private final PastFiles files;
  private final Runnable uploadsGoOn;
  private final Clock clock;
  private final Set<String> compared = new HashSet<>();
  private Instant next = Instant.MIN;

  /** Single names in a partner's folders. */
  @FunctionalInterface
  interface Names {
    /** The size of a file; empty if the folder has no entry of that name. */
    Optional<Long> size(String folder, String wireName) throws SftpException;
  }

  /**
   * Folders that were not looked into yet. Uploads to the partner wait from now on.
   *
   * @param uploadsGoOn runs when they need not wait any more
   */
  PastFolders(String partner, PastFiles files, Runnable uploadsGoOn, Clock clock) {
    this.partner = partner;
    this.files = files;
    this.uploadsGoOn = uploadsGoOn;
    this.clock = clock;
    files.uploadsWait(partner);
  }

  /**
   * Whether the folders are looked into now even if the inbox is not read, because its partner's
   * document or another gateway says so. At most once in half a minute.
   */
  boolean begins() {
    Instant now = clock.instant();
    if (compared.containsAll(FOLDERS) || now.isBefore(next)) {
      return false;
    }
    next = now.plus(BETWEEN);
    return true;
  }

  /** COMMITS for each file that is not known. Does nothing when every folder was looked into. */
  void compare(PartnerFolderState state, Names names) throws SftpException {
    Set<String> now = new HashSet<>(FOLDERS);
    now.removeAll(compared);
    now.removeIf(state::isMissing);
    if (now.isEmpty()) {
      return;
    }
    List<UnknownFile> unknown = new ArrayList<>();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    for (UnknownFile file : files.names(partner, today)) {
      String name = PartnerFolders.bytesOf(file.name());
      if (now.contains(file.folder())
          && names.size(file.folder(), name).isPresent()
          && files.recordUnknown(file)) {
        unknown.add(file);
      }
    }
    compared.addAll(now);
    if (!unknown.isEmpty()) {
      LOG.error(
          "DATABASE_OLDER  The database does not know {}. Nothing is sealed, released or uploaded. See the runbook, an older database was restored.",
          unknown);
    }
    if (now.contains(OUTBOX)) { // without it nothing can be uploaded anyway
      files.uploadsGoOn(partner);
      uploadsGoOn.run();
    }
  }
}
