package countersign.postal.line;

import countersign.postal.Publication28;
import countersign.validation.Digits;
import countersign.validation.Presence;
import java.util.List;
import java.util.regex.Pattern;

/** Joins the parts of a grid's house number: {@code N50 W16948}, {@code 26 W 484}. Pure. */
public final class Grids {
  private static final String COMPASS = "NSEW";
  private static final int BLOCK_DIGITS = 3;

  /** A grid with a hyphen between its parts: {@code N64-W24050}. */
  private static final Pattern HYPHENED = Pattern.compile("[NSEW][0-9]{1,3}-[NSEW][0-9]{2,5}");

  private Grids() {}

  /**
   * Joins the number at the start of a line.
   *
   * @param words words of a line, which are changed
   */
  public static void join(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.indexOf('-') > 0 && HYPHENED.matcher(word).matches()) {
        words.set(i, word.replace("-", ""));
      }
    }
    boolean halves =
        words.size() > 2
            && (isPart(words.get(0)) ? isPart(words.get(1)) : isStart(words.get(0), words.get(1)));
    if (halves) {
      words.set(0, words.get(0) + words.remove(1));
    } else if (words.size() > 5 && isSeparate(words)) {
      words.set(0, words.get(0) + words.remove(1) + words.remove(1) + words.remove(1));
    } else if (words.size() > 4 && isBlock(words)) {
      words.set(0, words.get(0) + words.remove(1) + words.remove(1));
    }
  }

  private static boolean isPart(String word) {
    return word.length() > 1
        && COMPASS.indexOf(word.charAt(0)) >= 0
        && Digits.end(word, 1) == word.length();
  }

  /** Whether the words are {@code 29W} and {@code 512}. */
  private static boolean isStart(String first, String second) {
    int last = first.length() - 1;
    return last > 0
        && last < BLOCK_DIGITS
        && Digits.end(first, 0) == last
        && COMPASS.indexOf(first.charAt(last)) >= 0
        && second.length() == BLOCK_DIGITS
        && Digits.only(second);
  }

  /** Whether the words start with {@code N 50 W 16948}. */
  private static boolean isSeparate(List<String> words) {
    return isCompass(words.get(0))
        && Digits.only(words.get(1))
        && isCompass(words.get(2))
        && Digits.only(words.get(3))
        && words.get(3).length() > BLOCK_DIGITS;
  }

  /** Whether one or two digits, a letter and three digits are followed by a name. */
  private static boolean isBlock(List<String> words) {
    String name = words.get(3);
    return words.get(0).length() < BLOCK_DIGITS
        && Digits.only(words.get(0))
        && isCompass(words.get(1))
        && words.get(2).length() == BLOCK_DIGITS
        && Digits.only(words.get(2))
        && Presence.hasLetter(name)
        && !Publication28.isSuffix(name)
        && !Publication28.isUnit(name)
        && !Publication28.isDirection(name);
  }

  private static boolean isCompass(String word) {
    return word.length() == 1 && COMPASS.indexOf(word.charAt(0)) >= 0;
  }
}
