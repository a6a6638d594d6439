package countersign.lifecycle;

import countersign.request.FaultKind;

/**
 * A copy of an exception that is safe to log. It keeps every stack frame, the kind of the fault and
 * the SQL state, and omits every message, because messages quote data.
 */
public final class LoggedFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /** Copies an exception and its causes without their messages. */
  public LoggedFailure(Throwable original) {
    super(
        FaultKind.words(original),
        original.getCause() == null || original.getCause() == original
            ? null
            : new LoggedFailure(original.getCause()));
    setStackTrace(original.getStackTrace());
  }
}
