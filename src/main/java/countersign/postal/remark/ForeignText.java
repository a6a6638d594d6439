package countersign.postal.remark;

import countersign.validation.DisguisedText;
import java.lang.Character.UnicodeScript;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognises text that no American address contains. Pure. */
public final class ForeignText {
  /** A field of a form letter that was not filled in: {@code %STREET%}, {@code {{street}}}. */
  private static final Pattern TEMPLATE = Pattern.compile("%\\w+%|[{}<>\\[\\]]|__|\\$\\w");

  /**
   * A mark of doubt or of missing text, and a second number or name beside the first: {@code Oak...
   * St}, {@code 12 (14) Oak/Elm St}.
   */
  private static final Pattern DOUBT =
      Pattern.compile(
          "[?=*_~!\u2026]|[0-9]\\+|[.]{3}|-{3}|[0-9] */ +[a-z]|[0-9]\\s*\\(\\s*[0-9]+\\s*\\)|[a-z]\\s*\\([a-z ]+\\)\\s*[a-z]"
              + "|[a-z]{3,}/(?!apt|unit|ste|suite|bldg|lot|rm|fl|po )[a-z]{3,}",
          Pattern.CASE_INSENSITIVE);

  /** A time of the day: {@code 10:30}. */
  private static final Pattern TIME = Pattern.compile("(?<![0-9])[0-9]{1,2}:[0-9]{2}(?![0-9])");

  /** A mark of doubt has one of these, or a slash before a blank or a letter. */
  private static final String SIGNS = "?=*_~!\u2026+(";

  /** A template's mark has one of these. */
  private static final String TEMPLATE_SIGNS = "%{}<>[]_$";

  /** No letter below it is foreign. */
  private static final char FIRST_OTHER = 0x2b0;

  /** Characters that none of these patterns looks for. */
  private static final String USUAL = " ,#&'";

  private ForeignText() {}

  /**
   * Whether the text has a letter that is not Latin, a template's mark, a time, a doubt or a
   * disguise.
   */
  public static boolean in(@Nullable String text) {
    return text != null
        && isUnusual(text)
        && (isForeign(text)
            || isTemplate(text)
            || DisguisedText.in(text)
            || (isSigned(text) && DOUBT.matcher(text).find())
            || (text.indexOf(':') >= 0 && TIME.matcher(text).find()));
  }

  private static boolean isForeign(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c >= FIRST_OTHER && isForeign(text.codePointAt(at))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the text has a character without which no mark of doubt is written. */
  private static boolean isSigned(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean signed =
          switch (c) {
            case '/' -> isBesideText(text, i);
            case '.', '-' -> !isLone(text, i);
            default -> SIGNS.indexOf(c) >= 0;
          };
      if (signed) {
        return true;
      }
    }
    return false;
  }

  /** Whether a slash is followed by a blank or a letter: not {@code 12 1/2 Oak St}. */
  private static boolean isBesideText(String text, int at) {
    char next = at + 1 < text.length() ? text.charAt(at + 1) : '/';
    return next == ' ' || Character.isLetter(next);
  }

  /** Whether the text contains a mark of a template. */
  public static boolean isTemplate(@Nullable String text) {
    return text != null && hasTemplateSign(text) && TEMPLATE.matcher(text).find();
  }

  private static boolean hasTemplateSign(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (TEMPLATE_SIGNS.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether the text has another character than those that most lines consist of. */
  private static boolean isUnusual(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (!letter && USUAL.indexOf(c) < 0 && !isLone(text, i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the character is a dot or a hyphen without another one behind it. */
  private static boolean isLone(String text, int at) {
    char c = text.charAt(at);
    return (c == '.' || c == '-') && (at + 1 == text.length() || text.charAt(at + 1) != c);
  }

  private static boolean isForeign(int point) {
    if (point < 0x80 || !Character.isLetter(point)) {
      return false;
    }
    UnicodeScript script = UnicodeScript.of(point);
    return script != UnicodeScript.LATIN
        && script != UnicodeScript.COMMON
        && script != UnicodeScript.INHERITED;
  }
}
