package countersign.journal;

import countersign.configuration.Configuration;
import countersign.configuration.Document;
import countersign.configuration.DocumentKind;
import countersign.configuration.Section;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The confirmation of two signatories that an older database was restored on purpose: {@code
 * restored.yaml}.
 *
 * @param sha256 SHA-256 of the document, hexadecimal; empty if there is none
 * @param journals the journals of all gateways: the SHA-256 of the last line, and the number of
 *     events of the ledger that this line names
 * @param files files in partners' folders that the database does not know
 */
record Restored(String sha256, Map<String, Long> journals, Set<UnknownFile> files) {
  /** Confirms nothing. */
  static final Restored NOTHING = new Restored("", Map.of(), Set.of());

  Restored {
    journals = Map.copyOf(journals);
    files = Set.copyOf(files);
  }

  /** The confirmation in a configuration; confirms nothing without the signatures of two people. */
  static Restored in(Configuration configuration) {
    return configuration
        .document(DocumentKind.RESTORED)
        .filter(document -> document.standing() == Document.Standing.ADOPTED)
        .map(
            document ->
                new Restored(
                    document.sha256(), journals(document.content()), files(document.content())))
        .orElse(NOTHING);
  }

  private static Map<String, Long> journals(Section content) {
    return content.sections("journals").stream()
        .collect(
            Collectors.toMap(
                part -> part.text("lastLine"),
                part -> part.longNumber("ledgerSize"),
                (one, other) -> one));
  }

  private static Set<UnknownFile> files(Section content) {
    return content.sections("files").stream()
        .map(part -> new UnknownFile(part.text("partner"), part.text("folder"), part.text("name")))
        .collect(Collectors.toSet());
  }

  /** The last lines of all journals that it names. */
  Set<String> lastLines() {
    return journals.keySet();
  }

  /** Whether it names the journal that ends with this line. */
  boolean covers(JournalLine last) {
    return Long.valueOf(last.ledger().size()).equals(journals.get(last.hash()));
  }
}
