package countersign.journal;

import countersign.configuration.Configuration;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code bin/countersign journal} prints.
 *
 * @param older whether the database is older than the journal, or does not know a file that nobody
 *     has confirmed
 * @param lines the difference, and the document that two people sign
 */
public record JournalReport(boolean older, List<String> lines) {
  private static final int NAMED = 50;

  /** Makes an immutable copy of the list. */
  public JournalReport {
    lines = List.copyOf(lines);
  }

  /**
   * Compares the journal in a state directory with a database.
   *
   * @param connection not in a transaction; the caller closes it
   * @param uploads what the tables of this database know
   * @param configuration what two signatories have confirmed
   * @throws IOException if the journal cannot be read, or a line of it was changed
   */
  public static JournalReport of(
      Path state, Connection connection, KnownUploads uploads, Configuration configuration)
      throws IOException {
    JournalFile file = JournalFile.in(state);
    JdbcPast past = JdbcPast.on(connection, uploads);
    Difference found = Comparison.of(file, past);
    List<UnknownFile> files = past.unknownFiles();
    Set<UnknownFile> confirmed = Restored.in(configuration).files();
    List<String> lines = new ArrayList<>(named(files, confirmed));
    lines.addAll(journal(file, found));
    if (found.last() != null || !files.isEmpty()) {
      document(lines, found.last(), files);
    }
    return new JournalReport(found.isOlder() || !confirmed.containsAll(files), lines);
  }

  private static List<String> named(List<UnknownFile> files, Set<UnknownFile> confirmed) {
    if (files.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("Files in partners' folders that the database did not know when a gateway looked:");
    files.forEach(
        file ->
            lines.add("  %s%s".formatted(file, confirmed.contains(file) ? "  (confirmed)" : "")));
    if (confirmed.containsAll(files)) {
      lines.add("restored.yaml confirms all of them. Keep it: without it everything stops again.");
    }
    return lines;
  }

  private static List<String> journal(JournalFile file, Difference found) {
    JournalLine last = found.last();
    if (last == null) {
      return List.of("The journal %s has no line.".formatted(file.file()));
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: the last line is of %s and names a ledger of %d events."
            .formatted(file.file(), last.at(), last.ledger().size()));
    if (!found.isOlder()) {
      lines.add("The database knows everything that this journal names.");
    } else {
      lines.add(
          "The database is older: its newest checkpoint covers %d events. It does not know these %d uploads:"
              .formatted(found.newest(), found.unknown().size()));
      found.unknown().stream()
          .limit(NAMED)
          .map(one -> "  %s  %s  %d results".formatted(one.at(), one.id(), one.results()))
          .forEach(lines::add);
      if (found.unknown().size() > NAMED) {
        lines.add("  and %d more".formatted(found.unknown().size() - NAMED));
      }
      lines.add("Compare other gateways too. The document that two signatories sign:");
    }
    return lines;
  }

  /** The document names every file, because a version without one brings the stop back. */
  private static void document(
      List<String> lines, @Nullable JournalLine last, List<UnknownFile> files) {
    lines.add("");
    lines.add("# config/restored.yaml; one entry for the journal of each gateway");
    lines.add("id: restored");
    lines.add(
        "because: which backup was restored, when and by whom, and who looked at what is lost");
    lines.add("serial: 1 # add 1 each time");
    if (last != null) {
      lines.add("journals:");
      lines.add("  - lastLine: " + last.hash());
      lines.add("    ledgerSize: " + last.ledger().size());
    }
    if (!files.isEmpty()) {
      lines.add("files:");
      files.forEach(
          file ->
              lines.add(
                  "  - { partner: %s, folder: %s, name: %s }"
                      .formatted(file.partner(), file.folder(), file.name())));
    }
  }
}
