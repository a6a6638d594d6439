package countersign.configuration;

/**
 * One document of a configuration that its schema has found in order.
 *
 * @param kind which sort
 * @param id name of its file without {@code .yaml}
 * @param path relative to the configuration directory, with slashes
 * @param sha256 of its bytes, lower-case hex
 * @param standing whether it counts
 * @param content what it says
 */
public record Document(
    DocumentKind kind, String id, String path, String sha256, Standing standing, Section content) {

  /** Whether a document counts. */
  public enum Standing {
    /** It grants nothing, so it needs no signature. */
    NEEDS_NONE,
    /** Two registered people have signed exactly these bytes. */
    ADOPTED,
    /** Its signatures are missing or not good: it counts as absent. */
    NOT_ADOPTED
  }

  /** Whether it counts. */
  public boolean counts() {
    return standing != Standing.NOT_ADOPTED;
  }
}
