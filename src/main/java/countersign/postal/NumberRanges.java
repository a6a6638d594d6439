package countersign.postal;

import countersign.validation.Digits;
import java.math.BigInteger;

/** Recognises house numbers of several parts by their values. Pure. */
public final class NumberRanges {
  private static final int MAX_STEP = 100;
  private static final int MAX_DIGITS = 6;
  private static final BigInteger MAX_LENGTH = BigInteger.valueOf(10_000);

  private NumberRanges() {}

  /** Three or more rising numbers, neither a date nor a telephone number: {@code 22-24-26}. */
  static boolean isSeries(String word) {
    int parts = 0;
    int last = 0;
    boolean day = true;
    for (int at = 0; at <= word.length(); parts++) {
      int end = Digits.end(word, at);
      int length = end - at;
      boolean joined = end == word.length() || word.charAt(end) == '-';
      if (length == 0 || length > MAX_DIGITS || !joined) {
        return false;
      }
      int value = Integer.parseInt(word, at, end, 10);
      if (value <= last || (parts > 0 && value > last + MAX_STEP)) {
        return false;
      }
      day &= parts > 1 || value <= (parts == 0 ? 12 : 31);
      last = value;
      at = end + 1;
    }
    return parts > 2 && !day;
  }

  /** Two numbers of which the second is at most 100 larger: {@code 998-1002}. */
  static boolean isStep(String word, int hyphen) {
    int step = Integer.parseInt(word, hyphen + 1, word.length(), 10);
    step -= Integer.parseInt(word, 0, hyphen, 10);
    return step > 0 && step <= MAX_STEP;
  }

  /**
   * Two rising numbers that are near each other, of any length: {@code 1103100-1103300}. The second
   * may state only the digits that differ. Two dates are no range.
   */
  public static boolean isLong(String word) {
    int hyphen = word.indexOf('-');
    if (hyphen <= 0 || hyphen + 1 == word.length()) {
      return false;
    }
    String first = word.substring(0, hyphen);
    String second = word.substring(hyphen + 1);
    if (!Digits.only(first) || !Digits.only(second) || DateShapes.isWritten(first)) {
      return false;
    }
    int same = Math.max(0, first.length() - second.length());
    BigInteger length =
        new BigInteger(first.substring(0, same) + second).subtract(new BigInteger(first));
    return length.signum() > 0 && length.compareTo(MAX_LENGTH) < 0;
  }
}
