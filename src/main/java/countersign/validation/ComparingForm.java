package countersign.validation;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one form in which names, addresses and reasons are compared; what is stored and sent stays as
 * it was written. Pure.
 *
 * @see <a href="../../../../../docs/exchange.md">exchange profile, readings of rules</a>
 */
public final class ComparingForm {
  private static final Pattern APOSTROPHES = Pattern.compile("['’‘‛ʼʹ´`′＇]");
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\s]]");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern INITIALS =
      Pattern.compile("(?<![\\p{L}\\p{N}])\\p{L}(?:\\.\\p{L})+(?![\\p{L}\\p{N}])");
  private static final Pattern LOOSE =
      Pattern.compile("(?<![0-9])[/.\\-](?![0-9])|[^\\p{L}\\p{N}/.\\-#]+");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private ComparingForm() {}

  /**
   * Brings a text into the form.
   *
   * @return upper case, words separated by one blank; empty if the text is null or nothing is left
   */
  public static String of(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    String form = APOSTROPHES.matcher(text).replaceAll("");
    form = Normalizer.normalize(form, Normalizer.Form.NFKC);
    form = UNSEEN.matcher(form).replaceAll("");
    form = APOSTROPHES.matcher(fold(form.toUpperCase(Locale.ROOT))).replaceAll("");
    form = INITIALS.matcher(form).replaceAll(found -> found.group().replace(".", ""));
    form = LOOSE.matcher(form).replaceAll(" ").replace("#", " # ");
    return BLANKS.matcher(form).replaceAll(" ").strip();
  }

  /** Takes diacritics away, also those that are part of a letter. */
  private static String fold(String upper) {
    return MARKS
        .matcher(Normalizer.normalize(upper, Normalizer.Form.NFD))
        .replaceAll("")
        .replace('Ø', 'O')
        .replace('Ł', 'L')
        .replace('Đ', 'D')
        .replace('Ð', 'D')
        .replace('Ħ', 'H')
        .replace("Æ", "AE")
        .replace("Œ", "OE")
        .replace("Þ", "TH");
  }

  /** The words of the form, in order; empty if nothing is left. */
  public static List<String> words(@Nullable String text) {
    String form = of(text);
    return form.isEmpty() ? List.of() : List.of(form.split(" "));
  }

  /** Whether a form holds a phrase as whole words. Both must be forms. */
  public static boolean holds(String form, String phrase) {
    return (" " + form + " ").contains(" " + phrase + " ");
  }
}
