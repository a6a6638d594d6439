package countersign.accounts;

/** Reports that an account is not changed. */
public final class ChangeRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Why why;

  /** Why an account is not changed. */
  public enum Why {
    /** The name, the roles or the kind are not allowed. */
    MALFORMED,
    /** There is no such account or proposal. */
    UNKNOWN,
    /** The account or the proposal is in another state. */
    OTHER_STATE,
    /** The same person cannot do this. */
    SAME_PERSON,
    /** Nobody signed it, and it needs a signature. */
    NOT_SIGNED
  }

  ChangeRefused(Why why, String sentence) {
    super(sentence);
    this.why = why;
  }

  /** Why. */
  public Why why() {
    return why;
  }
}
