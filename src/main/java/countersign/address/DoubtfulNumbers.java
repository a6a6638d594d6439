package countersign.address;

import countersign.address.line.DeliveryLine;
import countersign.address.line.DeliveryLine.Form;
import countersign.postal.LocatorDigits;
import countersign.validation.Digits;
import java.util.List;
import java.util.regex.Pattern;

/**
 * House numbers of which a part is missing, or that are no house number, and streets with the
 * number zero: {@code 2/3 Main St}, {@code 12x Oak St}, {@code 400s Oak St}, {@code 04 11 1985 St},
 * {@code 412 00 Ave}. Pure.
 */
final class DoubtfulNumbers {
  /** A fraction below one without the number before it; one half alone is a known number. */
  private static final Pattern FRACTION = Pattern.compile("(?!1/2$)([1-9])/(?!\\1$)[2-9]");

  /** Digits with a letter that stands for a digit which the writer does not know. */
  private static final Pattern UNREAD = Pattern.compile("[0-9]+X");

  /** A row of blocks: {@code 400s}. */
  private static final Pattern BLOCKS = Pattern.compile("[0-9]+00S");

  /** Characters of two numbers of boxes with a hyphen. */
  private static final int LONGEST = 13;

  private DoubtfulNumbers() {}

  /** Whether a person has to look at the number. */
  static boolean is(DeliveryLine line) {
    if (line.form() == Form.BOX) {
      return isRange(line.box().get(line.box().size() - 1));
    }
    if (line.number().size() != 1) {
      return false;
    }
    String number = line.number().get(0);
    return (number.indexOf('/') > 0 && FRACTION.matcher(number).matches())
        || (number.endsWith("X") && UNREAD.matcher(number).matches())
        || (number.endsWith("00S") && BLOCKS.matcher(number).matches())
        || (line.form() == Form.SUFFIX && isZero(line.nameWords()))
        || (line.form() == Form.SUFFIX && isOnlyNumbers(line, number));
  }

  /** Whether a box has two rising numbers: {@code PO Box 1-100}. */
  private static boolean isRange(String id) {
    int hyphen = id.indexOf('-');
    if (hyphen <= 0 || hyphen + 1 == id.length() || id.length() > LONGEST) {
      return false;
    }
    String first = id.substring(0, hyphen);
    String second = id.substring(hyphen + 1);
    return Digits.only(first)
        && Digits.only(second)
        && Integer.parseInt(second) > Integer.parseInt(first);
  }

  /** Whether the name is one number without a digit 1-9. */
  private static boolean isZero(List<String> name) {
    return name.size() == 1 && Digits.only(name.get(0)) && !LocatorDigits.in(name.get(0));
  }

  /** Whether the name is a row of numbers, or the house number that stands behind it once more. */
  private static boolean isOnlyNumbers(DeliveryLine line, String number) {
    List<String> name = line.nameWords();
    for (int i = 0; i < name.size(); i++) {
      if (!Digits.only(name.get(i))) {
        return false;
      }
    }
    return name.size() > 1 || (name.contains(number) && line.after().equals(name));
  }
}
