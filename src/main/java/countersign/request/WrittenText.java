package countersign.request;

/** Rules for text that people write. Stateless. */
public final class WrittenText {
  private static final int LONGEST_REASON = 2_000;

  private WrittenText() {}

  /** Whether the text has at least one letter and at most 2,000 characters. */
  public static boolean isReason(String text) {
    return text.length() <= LONGEST_REASON && text.codePoints().anyMatch(Character::isLetter);
  }

  /**
   * Whether the text can be stored: it contains neither the character NUL nor half of a surrogate
   * pair.
   */
  public static boolean isStorable(String text) {
    return text.codePoints()
        .noneMatch(
            point ->
                point == 0
                    || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE));
  }
}
