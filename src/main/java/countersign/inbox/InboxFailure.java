package countersign.inbox;

import countersign.profile.FileName;
import java.time.Instant;

/**
 * An entry of a partner's inbox that could not be fetched or moved.
 *
 * @param entry its name if that is a published one, otherwise a name made from the hash of its name
 * @param print size, times and permissions by the listing; a new value makes it be tried again
 * @param cause why it could not be fetched or moved the last time
 * @param tries number of failed attempts
 * @param since time of the first of them
 */
record InboxFailure(String entry, String print, Cause cause, int tries, Instant since) {
  /** Attempts after which an entry is set aside. */
  static final int TRIES = 3;

  /** Why an entry cannot be fetched or moved. */
  enum Cause {
    /** It is a directory. */
    DIRECTORY,
    /** It is a symbolic link, which the gateway never follows. */
    LINK,
    /** It is a pipe, a socket or a device. */
    NOT_A_FILE,
    /** Its name is a path, so that it would not be an entry of the inbox. */
    NAME_IS_A_PATH,
    /** The server did not let the gateway read it. */
    NOT_FETCHED,
    /** The server sent another number of bytes than it had listed. */
    SIZE_CHANGED,
    /** The gateway itself failed while it received the file. */
    NOT_RECEIVED,
    /** It has its answer, but the server did not let the gateway move it. */
    NOT_MOVED
  }

  /** The name by which an entry is known here: a published one, or one made from its hash. */
  static String entry(String name) {
    return FileName.of(name).kept();
  }

  /** Whether another attempt failed in the same way. */
  boolean isLike(InboxFailure other) {
    return cause == other.cause && print.equals(other.print);
  }

  /**
   * Whether it is set aside: it is tried again when its print changes, and later by time if it is a
   * regular file.
   */
  boolean isAside() {
    return tries >= TRIES;
  }
}
