package countersign.console;

import countersign.request.WrittenText;
import org.jspecify.annotations.Nullable;

/** Checks the reason that a person must write. Stateless. */
public final class WrittenReason {
  private WrittenReason() {}

  /**
   * Returns the reason without surrounding blanks.
   *
   * @throws ApiException if the reason is missing, too long, without a letter or not text
   */
  public static String given(@Nullable String reason) {
    String stripped = reason == null ? "" : reason.strip();
    if (!WrittenText.isReason(stripped)) {
      throw ApiException.of(
          ConsoleRefusal.C422_NO_REASON,
          "Write a reason in your own words, with letters and at most 2,000 characters. Nothing was changed.");
    }
    return text(stripped);
  }

  /**
   * Returns a text that a person sent, if the database can store it.
   *
   * @throws ApiException if the text contains the character NUL or half of a surrogate pair
   */
  public static String text(String value) {
    if (!WrittenText.isStorable(value)) {
      throw ApiException.of(
          ConsoleRefusal.C400_MALFORMED,
          "A text contains a character that cannot be stored. Nothing was changed.");
    }
    return value;
  }
}
