package countersign.postal;

import java.util.List;

/** Finds digits from 1 to 9: a number of zeros alone is no house and no box. Pure. */
public final class LocatorDigits {
  private LocatorDigits() {}

  /** Whether one of the words contains a digit from 1 to 9. */
  public static boolean among(List<String> words) {
    for (String word : words) {
      if (in(word)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word contains a digit from 1 to 9. */
  public static boolean in(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) >= '1' && word.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }
}
