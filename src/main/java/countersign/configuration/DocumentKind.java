package countersign.configuration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of documents in a configuration directory. */
public enum DocumentKind {
  /** This instance: hosts, directories, limits. */
  INSTANCE("countersign.yaml", "countersign", false),
  /** SFTP access of one partner agency. */
  PARTNER("partners/", "partner", false),
  /** One agreement. */
  AGREEMENT("agreements/", "agreement", true),
  /** Officials who may send requests. */
  OFFICIALS("registers/officials.yaml", "officials", true),
  /** Delegations: who may send requests on another's behalf. */
  DELEGATIONS("registers/delegations.yaml", "delegations", true),
  /** Officers who may receive responses. */
  OFFICERS("registers/officers.yaml", "officers", true),
  /** Safeguards status of the agencies. */
  SAFEGUARDS("registers/safeguards.yaml", "safeguards", true),
  /** People whose decisions count, with their public keys. */
  ENROLMENT("registers/enrolment.yaml", "enrolment", true),
  /** One version of the list of people whose signatures count. */
  SIGNATORIES("signatories/", "signatories", false),
  /** Counsel's decision about what may be disclosed. */
  POSTURE("posture.yaml", "posture", true),
  /** Further jars, by their hashes, and the components that they may add; mostly absent. */
  EXTENSIONS("extensions.yaml", "extensions", true),
  /** The rules in force. */
  RULES("policy/rules.yaml", "rules", true),
  /** The confirmation that an older database was restored on purpose; usually there is none. */
  RESTORED("restored.yaml", "restored", true);

  private static final String SUFFIX = ".yaml";

  private final String path;
  private final String schema;
  private final boolean signed;

  DocumentKind(String path, String schema, boolean signed) {
    this.path = path;
    this.schema = schema;
    this.signed = signed;
  }

  /**
   * Path of the document relative to the configuration directory; a path that ends with a slash is
   * a folder that may hold several.
   */
  public String path() {
    return path;
  }

  /** Name of the schema in {@code config/schema}, without {@code .json}. */
  public String schema() {
    return schema;
  }

  /** True if the document counts only with two valid signatures. */
  public boolean signed() {
    return signed;
  }

  /** Whether a configuration without it lacks something. */
  boolean isExpected() {
    return !several() && this != RESTORED && this != EXTENSIONS;
  }

  boolean several() {
    return path.endsWith("/");
  }

  /** The folders that contain documents. */
  static List<String> folders() {
    return Arrays.stream(values())
        .map(kind -> kind.path.substring(0, kind.path.lastIndexOf('/') + 1))
        .distinct()
        .toList();
  }

  /** The kind of the document in this file; empty if no kind uses it. */
  static Optional<DocumentKind> of(String file) {
    return Arrays.stream(values()).filter(kind -> kind.holds(file)).findFirst();
  }

  private boolean holds(String file) {
    return several()
        ? file.startsWith(path) && file.endsWith(SUFFIX) && file.indexOf('/') == path.length() - 1
        : file.equals(path);
  }

  /** The id that the document in this file must have. */
  static String idOf(String file) {
    return file.substring(file.lastIndexOf('/') + 1, file.length() - SUFFIX.length());
  }
}
