package countersign.console;

import org.jspecify.annotations.Nullable;

/** Checks the reason that a person must write. Stateless. */
final class WrittenReason {
  /** Maximum length in characters. */
  static final int MOST = 2000;

  private WrittenReason() {}

  /**
   * Returns the reason without surrounding blanks.
   *
   * @throws ApiException if the reason is missing or too long
   */
  static String given(@Nullable String reason) {
    String stripped = reason == null ? "" : reason.strip();
    if (stripped.isEmpty() || stripped.length() > MOST) {
      throw ApiException.of(
          ConsoleRefusal.C422_NO_REASON,
          "Write a reason in your own words, at most 2,000 characters. Nothing was changed.");
    }
    return stripped;
  }
}
