package countersign.inbox;

import com.jcraft.jsch.SftpException;
import countersign.intake.FileMoves;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Moves a partner's file to {@code archive/} or {@code rejected/}, but only after the database has
 * committed its verdict; otherwise the file stays in {@code inbox/}.
 */
final class InboxFileMover {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  private final String partner;
  private final FileMoves inbox;
  private final Clock clock;

  InboxFileMover(String partner, FileMoves inbox, Clock clock) {
    this.partner = partner;
    this.inbox = inbox;
    this.clock = clock;
  }

  /** The folder to which a file must go; empty while it has no verdict. */
  Optional<String> folder(InboxEntry entry) {
    return inbox.folder(partner, entry.name(), entry.bytes());
  }

  /** Moves a file and records it. COMMITS. */
  void move(PartnerFolders folders, InboxEntry entry, String folder) throws SftpException {
    String target = entry.wireNameElsewhere();
    if (folders.size(folder, target).isPresent()) {
      target = target + "." + STAMP.format(clock.instant());
    }
    folders.move(entry, folder, target);
    inbox.moved(partner, entry.name());
  }
}
