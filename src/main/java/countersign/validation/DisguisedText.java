package countersign.validation;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text that looks like another one: letters of two alphabets in a word, pictures, the replacement
 * character, three or more marks on a Latin letter, and format characters that no text needs. Pure.
 */
public final class DisguisedText {
  private static final int FIRST_PICTURE = 0x2190;
  private static final char FIRST_ACCENTED = 0xc0;
  private static final char LAST_ACCENTED = 0x17f;

  /** Three marks on a Latin letter. */
  private static final Pattern MARKS = Pattern.compile("\\p{IsLatin}[\\p{Mn}\\p{Me}]{3}");

  private DisguisedText() {}

  /** Whether the text is disguised. */
  public static boolean in(@Nullable String text) {
    if (text == null || isWestern(text)) {
      return false;
    }
    String compatible = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return compatible.codePoints().anyMatch(point -> isPicture(point) || isNeedless(point))
        || MARKS.matcher(compatible).find()
        || isMixed(compatible);
  }

  /**
   * Whether the text has characters of ASCII, accented Latin letters and apostrophes only, none of
   * which is a disguise.
   */
  private static boolean isWestern(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean latin = c >= FIRST_ACCENTED && c <= LAST_ACCENTED;
      if (c > '~' && !latin && c != '’') {
        return false;
      }
    }
    return true;
  }

  /** Whether a word has letters of the Latin and of another alphabet. */
  private static boolean isMixed(String text) {
    boolean latin = false;
    boolean other = false;
    for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
      int point = text.codePointAt(at);
      if (Character.isLetter(point)) {
        UnicodeScript script = UnicodeScript.of(point);
        latin |= script == UnicodeScript.LATIN;
        other |= isOther(script);
      } else if (!isWithinWord(point)) {
        latin = false;
        other = false;
      }
      if (latin && other) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOther(UnicodeScript script) {
    return script != UnicodeScript.LATIN
        && script != UnicodeScript.COMMON
        && script != UnicodeScript.INHERITED;
  }

  /** Whether the character is a mark or invisible, so that the word goes on. */
  private static boolean isWithinWord(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT;
  }

  /** Pictures and the replacement character; a degree sign is none. */
  private static boolean isPicture(int point) {
    return point >= FIRST_PICTURE && Character.getType(point) == Character.OTHER_SYMBOL;
  }

  /** Deprecated format characters, marks of annotations and the Mongolian vowel separator. */
  private static boolean isNeedless(int point) {
    return point == 0x180e
        || (point >= 0x206a && point <= 0x206f)
        || (point >= 0xfff9 && point <= 0xfffb);
  }
}
