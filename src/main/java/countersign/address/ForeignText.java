package countersign.address;

import java.lang.Character.UnicodeScript;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognises text that no American address contains. Pure. */
final class ForeignText {
  /** A field of a form letter that was not filled in: {@code %STREET%}, {@code {{street}}}. */
  private static final Pattern TEMPLATE = Pattern.compile("%\\w+%|[{}<>\\[\\]]|__|\\$\\w");

  private ForeignText() {}

  /** Whether the text contains a letter that is not Latin, or a mark of a template. */
  static boolean in(@Nullable String text) {
    return text != null && (text.codePoints().anyMatch(ForeignText::isForeign) || isTemplate(text));
  }

  /** Whether the text contains a mark of a template. */
  static boolean isTemplate(@Nullable String text) {
    return text != null && TEMPLATE.matcher(text).find();
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
