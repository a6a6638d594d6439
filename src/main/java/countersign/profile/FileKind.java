package countersign.profile;

import java.util.Locale;

/** What a claimed file is to us, and so which way it goes. */
public enum FileKind {
  /** A request file that has not been judged. */
  REQUEST,
  /**
   * Our own unfinished move, or a file that was sent again after its answer: nothing to judge, only
   * to be moved.
   */
  KNOWN,
  /** A receipt or a disposition. */
  RECEIPT;

  /** The word that a route's dynamic target carries, lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
