package countersign.request;

/**
 * Thrown when a person must decide before a unit of work can continue. One of the four ways in
 * which a step does not succeed.
 */
public final class Held extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final ReasonCode code;

  /**
   * Holds a unit of work.
   *
   * @param code reason for the hold
   * @param message what is held, what was expected and found, and what to do now; contains no
   *     personal data
   */
  public Held(ReasonCode code, String message) {
    super(code + "  " + message);
    this.code = code;
  }

  /** Reason for the hold. */
  public ReasonCode code() {
    return code;
  }
}
