package countersign.pgp;

import java.io.IOException;
import java.io.Serial;

/**
 * Thrown when a sealed file is refused. It is an {@link IOException}, so that a stream can throw it
 * while it is read. A disk or connection error is a plain {@code IOException} and refuses nothing.
 */
public final class EnvelopeRefused extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  private final EnvelopeFault fault;
  private final String detail;

  EnvelopeRefused(EnvelopeFault fault, String detail) {
    super(message(fault, detail));
    this.fault = fault;
    this.detail = detail;
  }

  EnvelopeRefused(EnvelopeFault fault, String detail, Throwable cause) {
    super(message(fault, detail), cause);
    this.fault = fault;
    this.detail = detail;
  }

  /** The fault that stopped the reading. */
  public EnvelopeFault fault() {
    return fault;
  }

  /** Details of the fault, without a value from inside the file. */
  public String detail() {
    return detail;
  }

  private static String message(EnvelopeFault fault, String detail) {
    return "%s  The sealed file %s (%s): %s. Its content was ignored. Seal it again and send it under a new file id."
        .formatted(fault.code(), fault.finding(), fault, detail);
  }
}
