package countersign.profile;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The names of all fields of a request file, for both formats. A name that is not listed here is
 * unknown and refuses the file.
 *
 * @see <a href="../../../../../docs/exchange.md">exchange profile, section 4</a>
 */
final class RecordFields {
  static final Set<String> HEADER =
      Set.of(
          "type",
          "format",
          "fileId",
          "agreement",
          "environment",
          "agency",
          "sequence",
          "createdAt",
          "requester",
          "attestation",
          "delegation",
          "resubmissionOf");
  static final Set<String> REQUESTER = Set.of("registerId", "name", "title");
  static final Set<String> ATTESTATION = Set.of("textId", "signedBy", "signedOn");
  static final Set<String> RESUBMISSION = Set.of("fileId", "statement");
  static final Set<String> TRAILER =
      Set.of("type", "requestCount", "subjectCount", "caseHashTotal", "bodySha256");
  static final Set<String> REQUEST =
      Set.of(
          "type",
          "requestId",
          "subject",
          "address",
          "taxPeriods",
          "elements",
          "statute",
          "purpose",
          "reason",
          "case",
          "removalOrder",
          "protectedStatus",
          "officers",
          "facts",
          "cured");
  static final Set<String> SUBJECT =
      Set.of("givenName", "middleName", "surname", "suffix", "birthDate", "tin");
  static final Set<String> TIN = Set.of("type", "value");
  static final Set<String> ADDRESS = Set.of("line1", "line2", "city", "state", "postalCode");
  static final Set<String> CASE =
      Set.of("number", "openedOn", "status", "office", "activeCriminalInvestigation");
  static final Set<String> ORDER =
      Set.of(
          "number",
          "issuedBy",
          "administrativeFinalOn",
          "judicialReview",
          "courtFinalOn",
          "stayed",
          "ground");
  static final Set<String> OFFICER = Set.of("officerId", "name", "office");

  private static final Set<String> CSV_HEADER =
      new Cells(HEADER)
          .parent("requester", REQUESTER)
          .parent("attestation", ATTESTATION)
          .parent("resubmissionOf", RESUBMISSION)
          .names();
  private static final Set<String> CSV_TRAILER = new Cells(TRAILER).names();
  private static final Set<String> CSV_REQUEST =
      new Cells(REQUEST)
          .parent("subject", SUBJECT)
          .parent("subject.tin", TIN)
          .parent("address", ADDRESS)
          .parent("case", CASE)
          .parent("removalOrder", ORDER)
          .without("officers")
          .without("facts")
          .names();
  private static final Pattern CSV_OFFICER =
      Pattern.compile("officers\\[[0-9]]\\.(" + String.join("|", OFFICER) + ")");
  private static final String CSV_FACT = "facts.";

  private RecordFields() {}

  /** Whether a cell of such a CSV row may have that dotted name. */
  static boolean isCsvName(RecordKind kind, String name) {
    return switch (kind) {
      case HEADER -> CSV_HEADER.contains(name);
      case TRAILER -> CSV_TRAILER.contains(name);
      case REQUEST ->
          CSV_REQUEST.contains(name)
              || CSV_OFFICER.matcher(name).matches()
              || (name.startsWith(CSV_FACT) && name.length() > CSV_FACT.length());
      case OTHER -> false;
    };
  }

  /** Collects the dotted names of the cells of one kind of row. */
  private static final class Cells {
    private final Set<String> names;

    Cells(Set<String> top) {
      this.names = new TreeSet<>(top);
      names.remove("type");
    }

    Cells parent(String name, Set<String> children) {
      names.remove(name);
      children.forEach(child -> names.add(name + "." + child));
      return this;
    }

    Cells without(String name) {
      names.remove(name);
      return this;
    }

    Set<String> names() {
      return Set.copyOf(names);
    }
  }
}
