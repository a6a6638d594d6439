package countersign.validation;

/** Checks for the ASCII digits 0 to 9; digits of other scripts do not count. Pure. */
public final class Digits {
  private Digits() {}

  /** Whether the text consists of digits only; true for an empty text. */
  public static boolean only(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the text contains at least one digit. */
  public static boolean any(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Index after the digits that start at {@code from}; {@code from} if there is none. */
  public static int end(String text, int from) {
    int at = from;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  public static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
