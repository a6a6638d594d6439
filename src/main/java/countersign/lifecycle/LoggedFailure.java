package countersign.lifecycle;

import java.sql.SQLException;

/**
 * An exception as a log may show it: every class and frame and a database's SQL state, but no
 * message, because messages quote data.
 */
public final class LoggedFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /** The copy of an exception and its causes that a log may show. */
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
