package countersign.validation;

/** The digits 0 to 9 in a text; those of other scripts are none. Pure. */
public final class Digits {
  private Digits() {}

  /** Whether there is nothing else; true for the empty text. */
  public static boolean only(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether there is one. */
  public static boolean any(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
