package countersign.validation;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether a field is missing. A field is missing if it is absent, empty, or contains only
 * invisible characters.
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

  /** Whether the text contains at least one letter. */
  public static boolean hasLetter(@Nullable String written) {
    for (int i = 0; written != null && i < written.length(); i++) {
      if (Character.isLetter(written.codePointAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** The trimmed text; empty if absent. Ids, codes, dates and numbers are compared in this form. */
  public static String trimmed(@Nullable String written) {
    return written == null ? "" : written.strip();
  }
}
