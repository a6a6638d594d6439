package countersign.address;

import countersign.address.line.DeliveryLine;
import countersign.address.line.DeliveryLine.Form;
import countersign.validation.Digits;
import java.util.List;
import java.util.regex.Pattern;

/**
 * House numbers of which a part is missing, or that are no house number: {@code 2/3 Main St},
 * {@code 12x Oak St}, {@code 04 11 1985 St}. Pure.
 */
final class DoubtfulNumbers {
  /** A fraction below one without the number before it; one half alone is a known number. */
  private static final Pattern FRACTION = Pattern.compile("(?!1/2$)([1-9])/(?!\\1$)[2-9]");

  /** Digits with a letter that stands for a digit which the writer does not know. */
  private static final Pattern UNREAD = Pattern.compile("[0-9]+X");

  private DoubtfulNumbers() {}

  /** Whether a person has to look at the number. */
  static boolean is(DeliveryLine line) {
    if (line.number().size() != 1) {
      return false;
    }
    String number = line.number().get(0);
    return (number.indexOf('/') > 0 && FRACTION.matcher(number).matches())
        || (number.endsWith("X") && UNREAD.matcher(number).matches())
        || (line.form() == Form.SUFFIX && isOnlyNumbers(line, number));
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
