package countersign.request;

/**
 * The exchange to which a file belongs: test or production. The two are never mixed.
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

  /**
   * Value of {@code header.environment} for this environment: {@code TEST} or {@code PRODUCTION}.
   */
  public String headerWord() {
    return headerWord;
  }
}
