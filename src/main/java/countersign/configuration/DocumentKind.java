package countersign.configuration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of documents a configuration directory holds. */
public enum DocumentKind {
  /** This instance: hosts, directories, limits. */
  INSTANCE("countersign.yaml", "countersign", false),
  /** One agency's SFTP edge. */
  PARTNER("partners/", "partner", false),
  /** One agreement. */
  AGREEMENT("agreements/", "agreement", true),
  /** Who may ask. */
  OFFICIALS("registers/officials.yaml", "officials", true),
  /** Who may ask for another. */
  DELEGATIONS("registers/delegations.yaml", "delegations", true),
  /** Who may receive. */
  OFFICERS("registers/officers.yaml", "officers", true),
  /** Whose safeguards are met. */
  SAFEGUARDS("registers/safeguards.yaml", "safeguards", true),
  /** Whose signatures count. */
  SIGNATORIES("registers/signatories.yaml", "signatories", false),
  /** Counsel's word. */
  POSTURE("posture.yaml", "posture", true),
  /** The rules in force. */
  RULES("policy/rules.yaml", "rules", true);

  private static final String SUFFIX = ".yaml";

  private final String place;
  private final String schema;
  private final boolean signed;

  DocumentKind(String place, String schema, boolean signed) {
    this.place = place;
    this.schema = schema;
    this.signed = signed;
  }

  /** Where it lies; a folder ends with a slash and may hold several. */
  public String place() {
    return place;
  }

  /** Name of its schema in {@code config/schema}, without {@code .json}. */
  public String schema() {
    return schema;
  }

  /** Whether it counts only with two good signatures. */
  public boolean signed() {
    return signed;
  }

  boolean several() {
    return place.endsWith("/");
  }

  /** The folders in which documents lie. */
  static List<String> folders() {
    return Arrays.stream(values())
        .map(kind -> kind.place.substring(0, kind.place.lastIndexOf('/') + 1))
        .distinct()
        .toList();
  }

  /** The kind of the document at that place. */
  static Optional<DocumentKind> of(String path) {
    return Arrays.stream(values()).filter(kind -> kind.holds(path)).findFirst();
  }

  private boolean holds(String path) {
    return several()
        ? path.startsWith(place) && path.endsWith(SUFFIX) && path.indexOf('/') == place.length() - 1
        : path.equals(place);
  }

  /** The id that a document at that place must have. */
  static String idOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1, path.length() - SUFFIX.length());
  }
}
