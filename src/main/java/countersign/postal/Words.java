package countersign.postal;

import java.util.List;
import java.util.function.Predicate;

/** Questions about every word of a line; they are asked too often for streams. Pure. */
public final class Words {
  private Words() {}

  /** Whether one of the words is of a kind. */
  public static boolean any(List<String> words, Predicate<String> kind) {
    for (int i = 0; i < words.size(); i++) {
      if (kind.test(words.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether every word is of a kind; true for an empty line. */
  public static boolean all(List<String> words, Predicate<String> kind) {
    for (int i = 0; i < words.size(); i++) {
      if (!kind.test(words.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether no word is of a kind; true for an empty line. */
  public static boolean none(List<String> words, Predicate<String> kind) {
    return !any(words, kind);
  }
}
