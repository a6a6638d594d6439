package countersign.request;

/** Rules for text that people write. Stateless. */
public final class WrittenText {
  private static final int LONGEST_REASON = 2_000;

  /** The letters that Unicode calls default ignorable: the fillers of Hangul. */
  private static final String FILLERS = "\u115f\u1160\u3164\uffa0";

  private WrittenText() {}

  /** Whether the text has at least one letter that can be seen and at most 2,000 characters. */
  public static boolean isReason(String text) {
    return text.length() <= LONGEST_REASON
        && text.codePoints().anyMatch(point -> isSeenLetter(point));
  }

  /** A letter, but none of the fillers, which Unicode calls letters and nobody can see. */
  private static boolean isSeenLetter(int point) {
    return Character.isLetter(point)
        && Character.getType(point) != Character.MODIFIER_LETTER
        && FILLERS.indexOf(point) < 0;
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
