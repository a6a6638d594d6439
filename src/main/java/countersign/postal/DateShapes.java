package countersign.postal;

import countersign.validation.Digits;
import java.util.List;
import java.util.Set;

/** Recognises dates and telephone numbers in the words of a line; neither is a number. Pure. */
public final class DateShapes {
  private static final Set<String> MONTHS =
      Set.of(
          "JAN",
          "FEB",
          "MAR",
          "APR",
          "JUN",
          "JUL",
          "AUG",
          "SEP",
          "SEPT",
          "OCT",
          "NOV",
          "DEC",
          "JANUARY",
          "FEBRUARY",
          "MARCH",
          "APRIL",
          "MAY",
          "JUNE",
          "JULY",
          "AUGUST",
          "SEPTEMBER",
          "OCTOBER",
          "NOVEMBER",
          "DECEMBER");
  private static final int YEAR_DIGITS = 4;
  private static final int AREA_CODE = 3;
  private static final int LONG = 7;

  private DateShapes() {}

  /** Whether the word is a year and a month: {@code 1984-03}, {@code 03-1984}. */
  static boolean isMonth(String word) {
    if (word.length() != YEAR_DIGITS + 3) {
      return false;
    }
    int hyphen = word.indexOf('-');
    String first = hyphen < 0 ? "" : word.substring(0, hyphen);
    String second = word.substring(hyphen + 1);
    return hyphen == 2
        ? isYear(second) && isBetween(first, 1, 12)
        : isYear(first) && isBetween(second, 1, 12);
  }

  /** Whether the number at {@code at} is the day between a month and a year. */
  public static boolean isDay(List<String> line, int at) {
    return at > 0
        && at + 1 < line.size()
        && MONTHS.contains(line.get(at - 1))
        && isYear(line.get(at + 1));
  }

  /** Whether a month and a year follow the number at {@code at}: {@code 11 Mar 1984}. */
  static boolean isDate(List<String> line, int at) {
    return at + 2 < line.size()
        && Digits.only(line.get(at))
        && MONTHS.contains(line.get(at + 1))
        && isYear(line.get(at + 2));
  }

  /** Whether three words from {@code at} are a telephone number: {@code 512 555 1234}. */
  public static boolean isTelephone(List<String> line, int at) {
    return at + 2 < line.size()
        && isLength(line.get(at), AREA_CODE)
        && isLength(line.get(at + 1), AREA_CODE)
        && isLength(line.get(at + 2), YEAR_DIGITS);
  }

  /** Whether the word is a date, a telephone number or a long id, by its digits. */
  public static boolean isLong(String word) {
    int digits = 0;
    int hyphens = 0;
    for (int i = 0; i < word.length(); i++) {
      if (Digits.isDigit(word.charAt(i))) {
        digits++;
      } else if (word.charAt(i) == '-') {
        hyphens++;
      }
    }
    return digits > LONG || (digits == LONG && hyphens > 0) || hyphens > 1 || isMonth(word);
  }

  /** Whether eight digits are a date: {@code 19840311}, {@code 03111984}. */
  static boolean isWritten(String digits) {
    if (!isLength(digits, 2 * YEAR_DIGITS)) {
      return false;
    }
    String second = digits.substring(YEAR_DIGITS);
    return (isYear(digits.substring(0, YEAR_DIGITS)) && isMonthAndDay(second))
        || (isYear(second) && isMonthAndDay(digits.substring(0, YEAR_DIGITS)));
  }

  private static boolean isMonthAndDay(String digits) {
    return isBetween(digits.substring(0, 2), 1, 12) && isBetween(digits.substring(2), 1, 31);
  }

  private static boolean isLength(String word, int length) {
    return word.length() == length && Digits.only(word);
  }

  private static boolean isYear(String word) {
    return word.length() == YEAR_DIGITS && isBetween(word, 1900, 2099);
  }

  private static boolean isBetween(String word, int first, int last) {
    if (!Digits.only(word)) {
      return false;
    }
    int value = Integer.parseInt(word);
    return value >= first && value <= last;
  }
}
