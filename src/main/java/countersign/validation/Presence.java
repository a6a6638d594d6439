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
    if (written == null) {
      return true;
    }
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c > '~') {
        return invisible(written);
      }
      if (c > ' ') {
        return false;
      }
    }
    return true;
  }

  private static boolean invisible(String written) {
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
    for (int i = 0; written != null && i < written.length(); i++) {
      if (Character.isLetter(written.codePointAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Ids, codes, dates and numbers are compared as sent after trimming; empty if absent. */
  public static String trimmed(@Nullable String written) {
    return written == null ? "" : written.strip();
  }
}
