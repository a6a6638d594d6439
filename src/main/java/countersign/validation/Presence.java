package countersign.validation;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Absent, empty and nothing left after taking out what cannot be seen are one and the same:
 * missing.
 */
public final class Presence {
  private Presence() {}

  /**
   * Whether nothing is left after NFKC, removal of control, format and zero-width characters, and
   * trimming.
   */
  public static boolean missing(@Nullable String written) {
    if (written == null || written.isEmpty()) {
      return true;
    }
    return Normalizer.normalize(written, Normalizer.Form.NFKC)
        .codePoints()
        .allMatch(
            point ->
                Character.isWhitespace(point)
                    || Character.isSpaceChar(point)
                    || Character.getType(point) == Character.CONTROL
                    || Character.getType(point) == Character.FORMAT);
  }

  /** Whether at least one letter is left. */
  public static boolean hasLetter(@Nullable String written) {
    return written != null && written.codePoints().anyMatch(Character::isLetter);
  }

  /** Ids, codes, dates and numbers are compared as sent after trimming. */
  public static String trimmed(@Nullable String written) {
    return written == null ? "" : written.strip();
  }
}
