package countersign.policy;

import countersign.validation.Presence;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Normalises a citation for comparison: {@code 8 U.S.C. § 1253(a)(1)(A)} becomes 8 USC
 * 1253(a)(1)(A).
 */
final class Citation {
  private static final Pattern FORM =
      Pattern.compile("\\d{1,2} (USC|CFR) \\d+[a-z]?(\\([0-9A-Za-z]+\\))*");

  private Citation() {}

  /** Removes dots, section signs and double blanks, and writes the code's name in capitals. */
  static String of(@Nullable String written) {
    String text = Presence.trimmed(written);
    if (isPlain(text)) {
      return capitals(text);
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '§' || Character.isWhitespace(c)) {
        if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
          out.append(' ');
        }
      } else if (c != '.') {
        out.append(c);
      }
    }
    return capitals(out.toString().strip());
  }

  /** Whether there is nothing to remove. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean twice = c == ' ' && i > 0 && text.charAt(i - 1) == ' ';
      if (c > '~' || c < ' ' || c == '.' || twice) {
        return false;
      }
    }
    return true;
  }

  private static String capitals(String bare) {
    int from = bare.indexOf(' ') + 1;
    int to = bare.indexOf(' ', from);
    if (to != from + 3) {
      return bare;
    }
    if (bare.startsWith("USC", from) || bare.startsWith("CFR", from)) {
      return bare;
    }
    String code = bare.substring(from, to).toUpperCase(Locale.ROOT);
    return code.equals("USC") || code.equals("CFR")
        ? bare.substring(0, from) + code + bare.substring(to)
        : bare;
  }

  /** Whether the text from an index on is one part in brackets after another: {@code (a)(1)}. */
  static boolean isParts(String form, int from) {
    int at = from;
    while (at < form.length()) {
      int end = at + 1;
      while (end < form.length() && isLetterOrDigit(form.charAt(end))) {
        end++;
      }
      if (form.charAt(at) != '(' || end == at + 1 || end == form.length()) {
        return false;
      }
      if (form.charAt(end) != ')') {
        return false;
      }
      at = end + 1;
    }
    return true;
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  /** Whether the normalised text is a citation. */
  static boolean isCitation(String form) {
    return FORM.matcher(form).matches();
  }
}
