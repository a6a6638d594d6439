package countersign.request;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when an external system does not answer. The work stays in the database and is tried again
 * later. One of the four ways in which a step does not succeed.
 */
public final class Unavailable extends RuntimeException {
  /** The cause of work that waits for the database. */
  public static final String DATABASE_DOWN = "DATABASE_DOWN";

  /** The cause of work that waits for the broker. */
  public static final String BROKER_DOWN = "BROKER_DOWN";

  /** The cause of uploads that wait until the journal can be written. */
  public static final String JOURNAL_DOWN = "JOURNAL_DOWN";

  /** The cause of work that waits until two people confirmed that an older database is in use. */
  public static final String DATABASE_OLDER = "DATABASE_OLDER";

  /** Cause of an upload that waits until this gateway has looked into the partner's folders. */
  public static final String FOLDERS_NOT_COMPARED = "FOLDERS_NOT_COMPARED";

  private static final long serialVersionUID = 1L;
  private final String cause;

  /**
   * Postpones a unit of work.
   *
   * @param causeCode value for the {@code cause} column, such as {@code SFTP_DOWN}
   * @param message what happened and what to do now; contains no personal data
   * @param thrown the original exception, or null
   */
  public Unavailable(String causeCode, String message, @Nullable Throwable thrown) {
    super(causeCode + "  " + message, thrown);
    this.cause = causeCode;
  }

  /** Value of the {@code cause} column, such as {@code SFTP_DOWN}. */
  public String causeCode() {
    return cause;
  }
}
