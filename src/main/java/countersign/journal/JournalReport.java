package countersign.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code bin/countersign journal} prints.
 *
 * @param older whether the database is older than the journal
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
   * @throws IOException if the journal cannot be read, or a line of it was changed
   */
  public static JournalReport of(Path state, Connection connection, KnownUploads uploads)
      throws IOException {
    JournalFile file = JournalFile.in(state);
    JdbcPast past = JdbcPast.on(connection, uploads);
    return of(file, Comparison.of(file, past)).with(past.unknownFiles());
  }

  private JournalReport with(List<UnknownFile> files) {
    if (files.isEmpty()) {
      return this;
    }
    List<String> all = new ArrayList<>();
    all.add("Files in partners' folders that the database did not know when a gateway looked:");
    files.forEach(file -> all.add("  " + file));
    all.addAll(lines);
    all.add("files:");
    files.forEach(
        file ->
            all.add(
                "  - { partner: %s, folder: %s, name: %s }"
                    .formatted(file.partner(), file.folder(), file.name())));
    return new JournalReport(true, all);
  }

  private static JournalReport of(JournalFile file, Difference found) {
    JournalLine last = found.last();
    if (last == null) {
      return new JournalReport(
          false, List.of("The journal %s has no line.".formatted(file.file())));
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
    document(lines, last);
    return new JournalReport(found.isOlder(), lines);
  }

  private static void document(List<String> lines, JournalLine last) {
    lines.add("");
    lines.add("# config/restored.yaml; one entry for the journal of each gateway");
    lines.add("id: restored");
    lines.add(
        "because: which backup was restored, when and by whom, and who looked at what is lost");
    lines.add("serial: 1 # add 1 each time");
    lines.add("journals:");
    lines.add("  - lastLine: " + last.hash());
    lines.add("    ledgerSize: " + last.ledger().size());
  }
}
