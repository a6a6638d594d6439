package countersign.validation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Normalises names, addresses and reasons for comparison; the stored and sent text stays as
 * written. Applies NFKC, removes control and format characters, converts to upper case and folds
 * diacritics. Apostrophes are removed, and so is a dot between single letters. {@code / - .} stay
 * next to a digit, {@code #} is a word, other punctuation becomes a blank. Pure.
 *
 * @see <a href="../../../../../docs/rules.md">rules, how texts are compared</a>
 */
public final class ComparingForm {
  private static final char FRACTION_BAR = '⁄';
  private static final String APOSTROPHES = "'`’‘‛ʼʹ´′＇";

  /** The most characters that stand for one letter: {@code ß} is SS. */
  private static final int LONGEST = 2;

  private static final @Nullable String[] FOLDED = western();

  private ComparingForm() {}

  /**
   * Normalises a text.
   *
   * @return upper case, words separated by one blank; empty if the text is null or nothing is left
   */
  public static String of(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    char[] seen = new char[text.length() * LONGEST];
    int length = seen(text, seen);
    if (length < 0) {
      seen = folded(text).toCharArray();
      length = seen.length;
    }
    return separated(seen, length);
  }

  /** The normalised words with one blank between them: {@link #bareWords} in one text. */
  public static String bare(@Nullable String text) {
    String form = of(text);
    for (int i = 0; i < form.length(); i++) {
      if (isJoint(form.charAt(i))) {
        return String.join(" ", words(form));
      }
    }
    return form;
  }

  /**
   * The normalised words, in order. {@code / - .} at the ends of a word are removed, because they
   * belong to the sentence: {@code 60601.} is 60601. Empty if nothing is left.
   */
  public static List<String> bareWords(@Nullable String text) {
    return words(of(text));
  }

  private static List<String> words(String form) {
    List<String> words = new ArrayList<>();
    int from = 0;
    while (from < form.length()) {
      int blank = form.indexOf(' ', from);
      int to = blank < 0 ? form.length() : blank;
      String word = bare(form, from, to);
      if (!word.isEmpty()) {
        words.add(word);
      }
      from = to + 1;
    }
    return words;
  }

  /** Whether a normalised text contains a normalised, non-empty phrase as whole words. */
  public static boolean holds(String form, String phrase) {
    int at = form.indexOf(phrase);
    while (at >= 0) {
      int end = at + phrase.length();
      if ((at == 0 || form.charAt(at - 1) == ' ')
          && (end == form.length() || form.charAt(end) == ' ')) {
        return true;
      }
      at = form.indexOf(phrase, at + 1);
    }
    return false;
  }

  private static String bare(String form, int first, int end) {
    int from = first;
    int to = end;
    while (from < to && isJoint(form.charAt(from))) {
      from++;
    }
    while (to > from && isJoint(form.charAt(to - 1))) {
      to--;
    }
    return form.substring(from, to);
  }

  /** Whether the text has no character behind the tilde. */
  public static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  /**
   * Writes text of ASCII and accented western letters in upper case, without accents, apostrophes
   * and invisible characters.
   *
   * @return how many characters were written; -1 if the text has other characters
   */
  private static int seen(String text, char[] seen) {
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'a' && c <= 'z') {
        seen[length++] = (char) (c - ('a' - 'A'));
      } else if (c > '~') {
        String letters = c < FOLDED.length ? FOLDED[c] : c == '’' ? "" : null;
        if (letters == null) {
          return -1;
        }
        for (int k = 0; k < letters.length(); k++) {
          seen[length++] = letters.charAt(k);
        }
      } else if (c > ' ' ? c != '\'' && c != '`' : Character.isWhitespace(c)) {
        seen[length++] = c;
      }
    }
    return length;
  }

  /** What {@link #folded} makes of each accented letter of western languages. */
  private static @Nullable String[] western() {
    @Nullable String[] letters = new String[0x180];
    for (char c = 0xc0; c < letters.length; c++) {
      letters[c] = Character.isLetter(c) ? folded(String.valueOf(c)) : null;
    }
    return letters;
  }

  /** The same for any text; also folds compatibility forms and diacritics. */
  private static String folded(String text) {
    StringBuilder compatible = new StringBuilder(text.length());
    String without = without(text, APOSTROPHES);
    Normalizer.normalize(fractions(without), Normalizer.Form.NFKC)
        .codePoints()
        .filter(point -> Character.isWhitespace(point) || !isUnseen(point))
        .forEach(compatible::appendCodePoint);
    String upper = compatible.toString().toUpperCase(Locale.ROOT);
    StringBuilder base = new StringBuilder(upper.length());
    Normalizer.normalize(upper, Normalizer.Form.NFD)
        .codePoints()
        .filter(point -> !isMark(point))
        .forEach(base::appendCodePoint);
    return without(letters(base.toString()), APOSTROPHES);
  }

  /** Separates fractions: {@code 12½} is 12 1/2, not 121 and 2. */
  private static String fractions(String text) {
    if (text.chars()
        .noneMatch(c -> c == FRACTION_BAR || Character.getType(c) == Character.OTHER_NUMBER)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              String written = Character.toString(point);
              String plain = Normalizer.normalize(written, Normalizer.Form.NFKC);
              int bar = plain.indexOf(FRACTION_BAR);
              out.append(bar > 0 ? " " + plain.replace(FRACTION_BAR, '/') + " " : written);
            });
    return out.toString().replace(FRACTION_BAR, '/');
  }

  private static boolean isUnseen(int point) {
    int type = Character.getType(point);
    return type == Character.CONTROL || type == Character.FORMAT;
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  private static String without(String text, String characters) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (characters.indexOf(text.charAt(i)) < 0) {
        kept.append(text.charAt(i));
      }
    }
    return kept.toString();
  }

  /** Replaces letters whose stroke or ligature is not a separate mark. */
  private static String letters(String upper) {
    return upper
        .replace('Ø', 'O')
        .replace('Ł', 'L')
        .replace('Đ', 'D')
        .replace('Ð', 'D')
        .replace('Ħ', 'H')
        .replace("Æ", "AE")
        .replace("Œ", "OE")
        .replace("Þ", "TH");
  }

  private static String separated(char[] text, int length) {
    char[] out = new char[2 * length + 1];
    int to = 0;
    for (int i = 0; i < length; i++) {
      char c = text[i];
      if (isWordCharacter(c) || (isJoint(c) && isBesideDigit(text, i, length))) {
        out[to++] = c;
      } else if (c == '#') {
        to = blank(out, to);
        out[to++] = c;
        out[to++] = ' ';
      } else if (c != '.' || !isBetweenLetters(text, i, length)) {
        to = blank(out, to);
      }
    }
    return new String(out, 0, to > 0 && out[to - 1] == ' ' ? to - 1 : to);
  }

  private static int blank(char[] out, int to) {
    if (to > 0 && out[to - 1] != ' ') {
      out[to] = ' ';
      return to + 1;
    }
    return to;
  }

  private static boolean isWordCharacter(char c) {
    return (c >= 'A' && c <= 'Z')
        || Digits.isDigit(c)
        || (c > '~' && (Character.isLetterOrDigit(c) || Character.isSurrogate(c)));
  }

  private static boolean isJoint(char c) {
    return c == '/' || c == '-' || c == '.';
  }

  private static boolean isBesideDigit(char[] text, int at, int length) {
    return (at > 0 && Digits.isDigit(text[at - 1]))
        || (at + 1 < length && Digits.isDigit(text[at + 1]));
  }

  private static boolean isBetweenLetters(char[] text, int at, int length) {
    return isSingleLetter(text, at - 1, length) && isSingleLetter(text, at + 1, length);
  }

  private static boolean isSingleLetter(char[] text, int at, int length) {
    return at >= 0
        && at < length
        && Character.isLetter(text[at])
        && (at == 0 || !isWordCharacter(text[at - 1]))
        && (at + 1 == length || !isWordCharacter(text[at + 1]));
  }
}
