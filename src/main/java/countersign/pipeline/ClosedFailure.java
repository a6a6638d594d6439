package countersign.pipeline;

import countersign.lifecycle.UnexpectedState;
import countersign.request.FaultKind;
import countersign.request.Held;
import countersign.request.Refused;
import countersign.request.Unavailable;
import java.util.function.Supplier;

/**
 * An exception of a step as the routes see it: the kind of the fault, without messages, which may
 * quote data. The handlers of failures open it.
 */
final class ClosedFailure extends IllegalStateException {
  private static final long serialVersionUID = 1L;
  private final transient Throwable original;

  private ClosedFailure(Throwable original) {
    super(FaultKind.words(original));
    this.original = original;
    setStackTrace(original.getStackTrace());
  }

  /** Runs a step. What it throws reaches the route without values. */
  static <T> T during(Supplier<T> step) {
    try {
      return step.get();
    } catch (Refused | Held | UnexpectedState | ClosedFailure e) {
      throw e;
    } catch (Unavailable e) {
      String code = e.causeCode() + "  ";
      String message = String.valueOf(e.getMessage()).substring(code.length());
      Throwable cause = e.getCause();
      throw new Unavailable(
          e.causeCode(), message, cause == null ? null : new ClosedFailure(cause));
    } catch (RuntimeException e) {
      throw new ClosedFailure(e);
    }
  }

  /** The failure of something that is no step of its own. */
  static ClosedFailure of(RuntimeException thrown) {
    return new ClosedFailure(thrown);
  }

  /** The exception that the step threw. */
  static Throwable opened(Throwable thrown) {
    Throwable result = thrown;
    for (Throwable one = thrown;
        one != null && !(one instanceof Unavailable); // names its cause itself
        one = one.getCause()) {
      if (one instanceof ClosedFailure closed) {
        one = closed.original;
        result = one;
      }
    }
    return result;
  }
}
