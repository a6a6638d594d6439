package countersign.postal;

import countersign.validation.Digits;
import countersign.validation.Presence;
import java.util.List;
import java.util.Set;

/**
 * Recognises house numbers: digits with at most a letter, a fraction, a range, a grid or a hyphen
 * form, or a number in words from one to ninety-nine. A date, a telephone number and the number of
 * a route are none. Pure.
 */
public final class HouseNumber {
  private static final int MAX_DIGITS = 6;
  private static final int AREA_CODE = 3;
  private static final int SUBSCRIBER = 4;
  private static final int FIRE_LENGTH = 5;

  /** Letters that start a house number; the others start a route's name, such as I-80 or M-37. */
  private static final String LETTERS = "NSEWABCDFG";

  /** Letters that start a fire number of four digits, as in Marathon County: {@code R4412}. */
  private static final String FIRE = "RT";

  private static final String COMPASS = "NSEW";
  private static final Set<String> SIGNS = Set.of("#", "NO", "NUMBER", "NUM", "NBR");

  private HouseNumber() {}

  /** Index after the number signs at {@code at}, if a house number follows. */
  public static int pastSigns(List<String> line, int at) {
    int i = at;
    while (i + 1 < line.size() && SIGNS.contains(line.get(i))) {
      i++;
    }
    return i > at && (CountingWords.at(line, i) > 0 || startsNumber(line, i)) ? i : at;
  }

  private static boolean startsNumber(List<String> line, int at) {
    return at < line.size() && isWritten(line.get(at));
  }

  /** Whether the word is a number sign. */
  public static boolean isSign(String word) {
    return SIGNS.contains(word);
  }

  /**
   * Index after the house number at {@code at}; -1 if there is none. Numbers joined by AND are one;
   * a number that is joined to a street is a street of an intersection.
   */
  public static int end(List<String> line, int at) {
    int words = CountingWords.at(line, at);
    if (words == 0 && (!startsNumber(line, at) || isOtherNumber(line, at))) {
      return -1;
    }
    int end = at + Math.max(words, 1);
    if (end < line.size() && isFraction(line.get(end))) {
      end++;
    }
    while (end < line.size() && isJoint(line.get(end))) {
      if (line.get(end).equals("AT") || !startsNumber(line, end + 1)) {
        return -1;
      }
      end += 2;
    }
    return end;
  }

  /** Whether the word joins two streets. */
  public static boolean isJoint(String word) {
    return word.equals("AND") || word.equals("AT");
  }

  private static boolean isOtherNumber(List<String> line, int at) {
    return isTelephone(line, at) || DateShapes.isTelephone(line, at) || DateShapes.isDate(line, at);
  }

  private static boolean isTelephone(List<String> line, int at) {
    return line.get(at).length() == AREA_CODE
        && Digits.only(line.get(at))
        && at + 1 < line.size()
        && isSubscriber(line.get(at + 1));
  }

  private static boolean isSubscriber(String word) {
    return word.length() == AREA_CODE + 1 + SUBSCRIBER
        && (word.charAt(AREA_CODE) == '-' || word.charAt(AREA_CODE) == '.')
        && Digits.only(word.substring(0, AREA_CODE))
        && Digits.only(word.substring(AREA_CODE + 1));
  }

  public static boolean isFraction(String word) {
    return word.indexOf('/') > 0 && !Presence.hasLetter(word);
  }

  /** Whether the word is a house number in digits. */
  public static boolean isWritten(String word) {
    if (!LocatorDigits.in(word)) {
      return false;
    }
    int at = 0;
    boolean compass = false;
    char first = word.charAt(0);
    if (!Digits.isDigit(first)) {
      if (LETTERS.indexOf(first) < 0) {
        return FIRE.indexOf(first) >= 0
            && word.length() == FIRE_LENGTH
            && Digits.end(word, 1) == FIRE_LENGTH;
      }
      compass = COMPASS.indexOf(first) >= 0;
      at = word.length() > 1 && word.charAt(1) == '-' ? 2 : 1;
    }
    int end = Digits.end(word, at);
    if (end == at) {
      return false;
    }
    if (end - at > MAX_DIGITS) {
      return at == 0 && NumberRanges.isLong(word);
    }
    return end == word.length() || (at > 0 ? compass && isGrid(word, end) : isContinued(word, end));
  }

  /** {@code N6W23001} and {@code N123A} after the first digits. */
  private static boolean isGrid(String word, int at) {
    if (at + 1 == word.length()) {
      return isLetter(word.charAt(at));
    }
    int end = Digits.end(word, at + 1);
    return COMPASS.indexOf(word.charAt(at)) >= 0
        && end > at + 1
        && (end == word.length() || (end + 1 == word.length() && isLetter(word.charAt(end))));
  }

  /** What may follow the first digits of a number that starts with a digit. */
  private static boolean isContinued(String word, int at) {
    char c = word.charAt(at);
    int next = at + 1;
    if (isLetter(c)) {
      return next == word.length()
          || (word.charAt(next) == '-' && isSecond(word, next + 1))
          || isGrid(word, at);
    }
    if (c == '/') {
      return next < word.length() && Digits.end(word, next) == word.length();
    }
    if (c == '.') {
      return next + 1 == word.length();
    }
    boolean telephone = isSubscriber(word) && !NumberRanges.isStep(word, at);
    return (!telephone && !DateShapes.isMonth(word) && isSecond(word, next))
        || isLetterBetween(word, next)
        || NumberRanges.isSeries(word);
  }

  /** The second part of a range or a hyphen form: {@code B}, {@code 11033}, {@code 14A}. */
  private static boolean isSecond(String word, int at) {
    int end = Digits.end(word, at);
    if (end == word.length()) {
      return end > at;
    }
    if (end > at && word.charAt(end) == '/') {
      return end + 1 < word.length() && Digits.end(word, end + 1) == word.length();
    }
    return end + 1 == word.length() && isLetter(word.charAt(end));
  }

  /** A letter between two numbers: {@code 12-A-4}. */
  private static boolean isLetterBetween(String word, int at) {
    return at + 2 < word.length()
        && isLetter(word.charAt(at))
        && word.charAt(at + 1) == '-'
        && Digits.end(word, at + 2) == word.length();
  }

  private static boolean isLetter(char c) {
    return c >= 'A' && c <= 'Z';
  }
}
