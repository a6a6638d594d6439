package countersign.request;

/**
 * Whether a file belongs to the test exchange or to production; the two never meet.
 *
 * @see <a href="../../../../../docs/exchange.md">exchange profile, section 2</a>
 */
public enum Environment {
  /** Test: synthetic identities only, {@code TEST} in a header. */
  T("TEST"),
  /** Production: {@code PRODUCTION} in a header. */
  P("PRODUCTION");

  private final String headerWord;

  Environment(String headerWord) {
    this.headerWord = headerWord;
  }

  /** The word that {@code header.environment} carries for this environment. */
  public String headerWord() {
    return headerWord;
  }
}
