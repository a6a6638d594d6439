package countersign.configuration;

import java.util.List;

/**
 * One document of a configuration; it satisfies its schema.
 *
 * @param kind kind of the document
 * @param id name of its file without {@code .yaml}
 * @param path relative to the configuration directory, with slashes
 * @param sha256 SHA-256 of the file's bytes, lower-case hexadecimal
 * @param standing whether the document counts
 * @param signers names of the people who signed it; empty if it is not adopted
 * @param content parsed content
 */
public record Document(
    DocumentKind kind,
    String id,
    String path,
    String sha256,
    Standing standing,
    List<String> signers,
    Section content) {
  /** Copies the list. */
  public Document {
    signers = List.copyOf(signers);
  }

  /** Whether a document counts. */
  public enum Standing {
    /** It grants nothing and therefore needs no signature. */
    NEEDS_NONE,
    /** Two registered people have signed exactly these bytes. */
    ADOPTED,
    /** Its signatures are missing or invalid; it counts as absent. */
    NOT_ADOPTED
  }

  /** True if the document needs no signatures or has both valid signatures. */
  public boolean counts() {
    return standing != Standing.NOT_ADOPTED;
  }
}
