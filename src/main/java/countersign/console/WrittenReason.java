package countersign.console;

import org.jspecify.annotations.Nullable;

/** What counts as a written reason. Stateless. */
final class WrittenReason {
  /** The longest, in characters. */
  static final int MOST = 2000;

  private WrittenReason() {}

  /**
   * The reason without blanks around it.
   *
   * @throws ApiException if there is none, or it is too long
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
