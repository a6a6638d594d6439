package countersign.postal.line;

import countersign.validation.ComparingForm;
import java.util.Map;
import java.util.regex.Pattern;

/** Signs of a line, which are written as words or left out before the line is split. Pure. */
final class LineSigns {
  private static final Map<String, String> SLASHED =
      Map.of("NA", "NA", "UK", "UNKNOWN", "NK", "NOT KNOWN", "SN", "SIN NUMERO", "SD", "SIN DATOS");
  private static final Pattern DASHES = Pattern.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]");
  private static final Pattern CARE_OF = Pattern.compile("(?<![0-9A-Za-z])% *(?=[A-Za-z]{2})");
  private static final Pattern RANGE =
      Pattern.compile("(?<=\\d) +- +(?=\\d++(?!(?i:st|nd|rd|th)\\b))");

  private LineSigns() {}

  /** Writes signs as words: {@code &}, {@code @}, {@code N/A}, {@code U/K}, {@code 3 - 5}. */
  static String asWords(String line) {
    String text = ComparingForm.isAscii(line) ? line : DASHES.matcher(line).replaceAll("-");
    if (text.indexOf('%') >= 0) {
      text = CARE_OF.matcher(text).replaceAll(" c/o ");
    }
    if (text.indexOf('&') >= 0 || text.indexOf('@') >= 0) {
      text = text.replace("&", " and ").replace("@", " at ");
    }
    if (text.indexOf('-') > 0) {
      text = RANGE.matcher(text).replaceAll("-");
    }
    for (int at = text.indexOf('/'); at >= 0; at = text.indexOf('/', at + 1)) {
      for (Map.Entry<String, String> slashed : SLASHED.entrySet()) {
        if (isLone(text, at - 1, at - 2, slashed.getKey().charAt(0))
            && isLone(text, at + 1, at + 2, slashed.getKey().charAt(1))) {
          text = text.substring(0, at - 1) + slashed.getValue() + text.substring(at + 2);
          break;
        }
      }
    }
    return text;
  }

  /** Whether a letter is a word: it is at {@code at}, and there is none at {@code beside}. */
  private static boolean isLone(String text, int at, int beside, char letter) {
    return at >= 0
        && at < text.length()
        && Character.toUpperCase(text.charAt(at)) == letter
        && (beside < 0
            || beside >= text.length()
            || !Character.isLetterOrDigit(text.charAt(beside)));
  }
}
