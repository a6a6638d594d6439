package countersign.profile;

import java.util.Locale;

/** Kind of an incoming file; it determines the file's route. */
public enum FileKind {
  /** A request file that has not been judged. */
  REQUEST,
  /**
   * A file that needs no judging and only has to be moved: the gateway's own unfinished move, or a
   * file that was sent again after its answer.
   */
  KNOWN,
  /** A receipt or a disposition. */
  RECEIPT;

  /** The kind in lower case, as in the name of its route. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
