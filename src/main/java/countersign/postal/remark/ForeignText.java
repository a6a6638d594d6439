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
        && (text.codePoints().anyMatch(ForeignText::isForeign)
            || isTemplate(text)
            || DisguisedText.in(text)
            || DOUBT.matcher(text).find()
            || TIME.matcher(text).find());
  }

  /** Whether the text contains a mark of a template. */
  public static boolean isTemplate(@Nullable String text) {
    return text != null && isUnusual(text) && TEMPLATE.matcher(text).find();
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
