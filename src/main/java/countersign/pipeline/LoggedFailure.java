package countersign.pipeline;

/**
 * An exception as a log may show it: every class and frame, no message, because messages quote
 * data.
 */
final class LoggedFailure extends Exception {
  private static final long serialVersionUID = 1L;

  LoggedFailure(Throwable original) {
    super(
        Outcomes.causeOf(original),
        original.getCause() == null || original.getCause() == original
            ? null
            : new LoggedFailure(original.getCause()));
    setStackTrace(original.getStackTrace());
  }
}
