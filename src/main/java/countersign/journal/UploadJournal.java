package countersign.journal;

import countersign.ledger.LedgerReader;
import countersign.request.Unavailable;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a line outside the database before each upload, and notices if the database does not know
 * what the journal says, because an older one was restored. Then nothing is sealed, released or
 * uploaded until two people have confirmed it. Thread-safe.
 *
 * @see <a
 *     href="../../../../../docs/decisions/0026-a-journal-of-uploads-outside-the-database.md">decision
 *     26</a>
 */
public final class UploadJournal {
  private static final Logger LOG = LoggerFactory.getLogger(UploadJournal.class);

  private static final String STOPPED =
      "Nothing is sealed, released or uploaded. Files are received and screened. Run bin/countersign journal on every gateway; two signatories then sign config/restored.yaml.";

  private final JournalFile file;
  private final JdbcPast past;
  private final LedgerReader ledger;
  private final Reconstruction reconstruction;
  private final Restored confirmed;
  private final Clock clock;
  private final Set<String> uncompared = ConcurrentHashMap.newKeySet();
  private volatile @Nullable JournalLine last;
  private volatile @Nullable String fault;
  private volatile boolean compared;
  private boolean damaged;

  UploadJournal(
      JournalFile file,
      JdbcPast past,
      LedgerReader ledger,
      Reconstruction reconstruction,
      Restored confirmed,
      Clock clock) {
    this.file = file;
    this.past = past;
    this.ledger = ledger;
    this.reconstruction = reconstruction;
    this.confirmed = confirmed;
    this.clock = clock;
  }

  /**
   * Why nothing may be sealed, released or uploaded now: the database does not know the last line
   * of a journal, or the journal cannot be read.
   *
   * @return a cause for the work row; empty if nothing prevents it
   */
  public Optional<String> blocker() {
    JournalLine line;
    try {
      line = lastLine();
    } catch (IOException e) {
      return Optional.of(down(e));
    }
    Optional<UnknownFile> unknown = firstUnknown();
    if (line != null && !past.knows(line)) {
      lost(line, "it does not know the journal's last line, of " + line.at());
    } else if (past.isLost()) {
      say("A gateway found that the database is older than its journal.");
    } else if (unknown.isPresent()) {
      say("The database is older than the file %s, and does not know it.".formatted(unknown.get()));
    } else if (isHalfConfirmed()) {
      say("restored.yaml names the journal of a gateway that has not taken it over yet.");
    } else if (!damaged) {
      fault = null;
      return Optional.empty();
    } else {
      return Optional.of(Unavailable.JOURNAL_DOWN);
    }
    return Optional.of(Unavailable.DATABASE_OLDER);
  }

  /** Uploads to a partner wait until its folders have been compared with the database. */
  public void foldersWait(String partner) {
    uncompared.add(partner);
  }

  /** The folders of a partner have been compared. */
  public void foldersCompared(String partner) {
    uncompared.remove(partner);
  }

  /** Why nothing may be uploaded to this partner, although it may be to others; usually empty. */
  public Optional<String> blocker(String partner) {
    return uncompared.contains(partner)
        ? Optional.of(Unavailable.FOLDERS_NOT_COMPARED)
        : Optional.empty();
  }

  /** Whether an upload of this response is never to begin, because it had another content. */
  public boolean isAnswered(String responseId) {
    return reconstruction.knows(responseId);
  }

  /**
   * Writes the line without which no upload begins, and waits until it is on the disk.
   *
   * @throws Unavailable with cause JOURNAL_DOWN if it cannot be written
   */
  public void uploadBegins(Upload upload) {
    JournalLine.Position now = position();
    try {
      file.append(
              before ->
                  before.filter(line -> upload.equals(line.upload())).isPresent()
                      ? Optional.empty()
                      : Optional.of(line(upload, now, before)))
          .ifPresent(line -> last = line);
    } catch (IOException e) {
      throw new Unavailable(
          down(e), "%s waits, because its line cannot be written.".formatted(upload.id()), null);
    }
  }

  private JournalLine line(
      @Nullable Upload upload, JournalLine.Position now, Optional<JournalLine> before) {
    Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new JournalLine(at, upload, now, before.map(JournalLine::hash).orElse(JournalLine.NONE));
  }

  private JournalLine.Position position() {
    return ledger
        .latest()
        .map(found -> new JournalLine.Position(found.size(), found.root().hex()))
        .orElse(JournalLine.Position.EMPTY);
  }

  /**
   * Compares the whole journal with the database at the first call, and takes it over if two people
   * have confirmed it. Later calls write how far the ledger has come, so that a gateway that
   * uploads nothing notices an older database too. For a call each minute.
   */
  public void watch() {
    try {
      if (!compared) {
        compare();
        compared = true;
      }
      if (blocker().isEmpty()) {
        JournalLine.Position now = position();
        file.append(before -> grown(now, before)).ifPresent(line -> last = line);
      }
    } catch (IOException e) {
      down(e);
    }
  }

  private Optional<JournalLine> grown(JournalLine.Position now, Optional<JournalLine> before) {
    boolean further = now.size() > before.map(line -> line.ledger().size()).orElse(0L);
    return further ? Optional.of(line(null, now, before)) : Optional.empty();
  }

  private void compare() throws IOException {
    try {
      Difference found = Comparison.of(file, past);
      damaged = false;
      JournalLine line = found.last();
      last = line;
      if (line != null && confirmed.covers(line)) {
        reconstruction.take(file, found, confirmed);
      } else if (line != null && found.isOlder()) {
        lost(line, words(found));
      }
    } catch (JournalFile.Damaged e) {
      damaged = true;
      throw e;
    }
  }

  private static String words(Difference found) {
    return "%d uploads are unknown to it, and its ledger has %d events"
        .formatted(found.unknown().size(), found.newest());
  }

  /**
   * COMMITS that all gateways stop, because a file in a partner's folder shows a past that the
   * database does not know.
   *
   * @return false if two people have confirmed this file
   */
  public boolean recordUnknown(UnknownFile file) {
    past.recordUnknown(file);
    return !confirmed.files().contains(file);
  }

  private Optional<UnknownFile> firstUnknown() {
    return past.unknownFiles().stream()
        .filter(file -> !confirmed.files().contains(file))
        .findFirst();
  }

  private boolean isHalfConfirmed() {
    if (confirmed.lastLines().isEmpty()) {
      return false;
    }
    Set<String> open = new HashSet<>(confirmed.lastLines());
    open.removeAll(past.taken());
    return !open.isEmpty();
  }

  private @Nullable JournalLine lastLine() throws IOException {
    if (last == null) {
      last = file.last().orElse(null);
    }
    return last;
  }

  private void lost(JournalLine line, String found) {
    past.lost(line);
    say(
        "The database is older than the journal %s: expected a ledger of %d events, and found that %s."
            .formatted(file.file(), line.ledger().size(), found));
  }

  private void say(String what) {
    String words = "%s  %s".formatted(Unavailable.DATABASE_OLDER, what);
    String known = fault;
    if (known == null || !known.startsWith(Unavailable.DATABASE_OLDER)) {
      LOG.error("{} {}", words, STOPPED);
      fault = words;
    }
  }

  private String down(IOException e) {
    String words =
        "%s  %s"
            .formatted(
                Unavailable.JOURNAL_DOWN,
                e instanceof JournalFile.Damaged
                    ? e.getMessage()
                    : "The journal %s cannot be read or written".formatted(file.file()));
    if (fault == null) {
      LOG.error("{} Nothing is uploaded until it can.", words);
    }
    fault = words;
    return Unavailable.JOURNAL_DOWN;
  }

  /** What is wrong, as the last look found it; waits for nothing. */
  public Optional<String> fault() {
    return Optional.ofNullable(fault);
  }
}
