package countersign.request;

import org.jspecify.annotations.Nullable;

/**
 * Something outside cannot be had now: tried again later, the waiting is a row. One of the four
 * ways to say no.
 */
public final class Unavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String cause;

  /**
   * Postpones a unit of work.
   *
   * @param causeCode one word for the {@code cause} column, such as {@code SFTP_DOWN}
   * @param message what and what now; no personal data
   * @param thrown what it was, or null
   */
  public Unavailable(String causeCode, String message, @Nullable Throwable thrown) {
    super(causeCode + "  " + message, thrown);
    this.cause = causeCode;
  }

  /** One word for the {@code cause} column. */
  public String causeCode() {
    return cause;
  }
}
