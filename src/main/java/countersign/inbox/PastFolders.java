package countersign.inbox;

import com.jcraft.jsch.SftpException;
import countersign.delivery.JdbcPastFiles;
import countersign.journal.UnknownFile;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks in a partner's folders, once after the start, for files that only a newer database knows.
 * Asks for single names and lists nothing. For one thread.
 */
final class PastFolders {
  private static final Logger LOG = LoggerFactory.getLogger(PastFolders.class);

  private final String partner;
  private final JdbcPastFiles files;
  private final Clock clock;
  private boolean compared;

  PastFolders(String partner, JdbcPastFiles files, Clock clock) {
    this.partner = partner;
    this.files = files;
    this.clock = clock;
  }

  /** COMMITS for each file that is not known. Does nothing after its first complete run. */
  void compare(PartnerFolders folders) throws SftpException {
    if (compared) {
      return;
    }
    List<UnknownFile> unknown = new ArrayList<>();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    for (UnknownFile file : files.names(partner, today)) {
      String name = PartnerFolders.bytesOf(file.name());
      if (folders.size(file.folder(), name).isPresent() && files.recordUnknown(file)) {
        unknown.add(file);
      }
    }
    compared = true;
    if (!unknown.isEmpty()) {
      LOG.error(
          "DATABASE_OLDER  The database does not know {}. Nothing is sealed, released or uploaded. See the runbook, an older database was restored.",
          unknown);
    }
  }
}
