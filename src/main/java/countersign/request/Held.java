package countersign.request;

/** A person must decide before the unit of work may go on. One of the four ways to say no. */
public final class Held extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final ReasonCode code;

  /**
   * Holds a unit of work.
   *
   * @param code why
   * @param message what, which, expected and found, what now; no personal data
   */
  public Held(ReasonCode code, String message) {
    super(code + "  " + message);
    this.code = code;
  }

  /** Why. */
  public ReasonCode code() {
    return code;
  }
}
