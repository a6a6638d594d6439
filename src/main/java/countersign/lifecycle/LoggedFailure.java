package countersign.lifecycle;

import java.sql.SQLException;

/**
 * A copy of an exception that is safe to log. It keeps every class name, every stack frame and the
 * SQL state, and omits every message, because messages quote data.
 */
public final class LoggedFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /** Copies an exception and its causes without their messages. */
  public LoggedFailure(Throwable original) {
    super(
        name(original),
        original.getCause() == null || original.getCause() == original
            ? null
            : new LoggedFailure(original.getCause()));
    setStackTrace(original.getStackTrace());
  }

  private static String name(Throwable original) {
    String name = original.getClass().getSimpleName();
    return original instanceof SQLException sql ? name + " " + sql.getSQLState() : name;
  }
}
