package countersign.reviewdesk;

import countersign.request.WrittenText;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What people wrote into the form of a decision about a file, a held request or a stop before they
 * send it, so that a conflict or the end of a session loses nothing. Only the author of a text
 * reads it. {@link KeptReasons} are the same for cases.
 */
public interface KeptTexts {
  /** Most characters of a text. */
  int MOST = 2_000;

  /** The paths of these forms. */
  Pattern FORM = Pattern.compile("/(files|stops)(/[A-Za-z0-9_.-]{1,64}){0,5}");

  /**
   * Stores the text in place of an earlier one; an empty text removes it.
   *
   * @param form the path to which the form is sent
   * @throws IllegalArgumentException if it cannot be kept; see {@link #canKeep}
   */
  void keep(String form, String author, String text);

  /** The author's texts, by what follows {@code path} in the path of their form. */
  Map<String, String> below(String path, String author);

  /** Whether this is the path of such a form, and a text that the database can store. */
  static boolean canKeep(@Nullable String form, String text) {
    return form != null
        && FORM.matcher(form).matches()
        && text.length() <= MOST
        && WrittenText.isStorable(text);
  }

  /** Keeps the text of a form that was not accepted, if it can be kept. */
  default void refused(String form, String author, @Nullable String text) {
    if (text != null && canKeep(form, text)) {
      keep(form, author, text);
    }
  }

  /** Removes the text of a form that was accepted. */
  default void accepted(String form, String author) {
    keep(form, author, "");
  }
}
