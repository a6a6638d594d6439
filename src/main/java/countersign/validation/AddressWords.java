package countersign.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of an address line: comparing form, with {@code &} and {@code @} as AND and AT, and
 * with a designator separated from its number, so that {@code RR2}, {@code I-80} and {@code RR 2},
 * {@code I 80} are the same. Pure.
 */
final class AddressWords {
  /** Designators that are written together with their number. */
  private static final Set<String> GLUED =
      Set.of(
          "RR", "RT", "RTE", "RFD", "HC", "HCR", "PSC", "CMR", "BOX", "BX", "POB", "POBOX", "APT",
          "STE", "UNIT", "BLDG", "FL", "LOT", "SPC", "TRLR", "RM", "PMB", "I", "IH", "US", "SR",
          "SH", "CR", "FM", "HWY");

  private AddressWords() {}

  /** Splits a line; empty if nothing is left. */
  static List<String> of(@Nullable String line) {
    if (line == null || line.isEmpty()) {
      return new ArrayList<>();
    }
    List<String> words = ComparingForm.bareWords(joined(line));
    for (int i = words.size() - 1; i >= 0; i--) {
      split(words, i);
    }
    return words;
  }

  private static String joined(String line) {
    return line.indexOf('&') < 0 && line.indexOf('@') < 0
        ? line
        : line.replace("&", " and ").replace("@", " at ");
  }

  private static void split(List<String> words, int at) {
    String word = words.get(at);
    int letters = 0;
    while (letters < word.length() && word.charAt(letters) >= 'A') {
      letters++;
    }
    if (letters == 0 || letters == word.length() || letters > 5) {
      return;
    }
    int number = word.charAt(letters) == '-' ? letters + 1 : letters;
    if (number < word.length()
        && Digits.isDigit(word.charAt(number))
        && GLUED.contains(word.substring(0, letters))) {
      words.set(at, word.substring(0, letters));
      words.add(at + 1, word.substring(number));
    }
  }
}
