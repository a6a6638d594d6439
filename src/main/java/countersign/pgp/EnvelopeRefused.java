package countersign.pgp;

import java.io.IOException;
import java.io.Serial;

/**
 * A sealed file is refused. It is an {@link IOException} so that it can come out of the middle of a
 * stream; a broken disk or connection stays a plain {@code IOException} and refuses nothing.
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

  /** The one fault that stopped the reading. */
  public EnvelopeFault fault() {
    return fault;
  }

  /** What exactly was found, without a value from inside the file. */
  public String detail() {
    return detail;
  }

  private static String message(EnvelopeFault fault, String detail) {
    return "%s  The sealed file %s (%s): %s. Its content was ignored. Seal it again and send it under a new file id."
        .formatted(fault.code(), fault.finding(), fault, detail);
  }
}
