package countersign.profile;

/**
 * Characters that no text of a request file may contain, because a reviewer could not see what is
 * compared: control characters, line and paragraph separators, tags, controls of the writing
 * direction, private-use characters and code points to which Unicode 13 assigns no character. Other
 * format characters are accepted; they are removed before texts are compared.
 *
 * @see <a href="../../../../../docs/exchange.md">exchange profile, section 4</a>
 */
final class UnacceptableText {
  private UnacceptableText() {}

  /** Whether a text may not contain the code point; a surrogate outside a pair counts as one. */
  static boolean contains(int point) {
    if (point <= '~') {
      return point < ' ';
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.PRIVATE_USE, Character.UNASSIGNED, Character.SURROGATE ->
          true;
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      case Character.FORMAT -> isDirectionControl(point) || isTag(point);
      default -> false;
    };
  }

  /** Invisible copies of ASCII characters, which can hide a text in another one. */
  private static boolean isTag(int point) {
    return point >= 0xe0000 && point <= 0xe007f;
  }

  /** The characters that Unicode calls Bidi_Control. */
  private static boolean isDirectionControl(int point) {
    return point == 0x061c
        || point == 0x200e
        || point == 0x200f
        || (point >= 0x202a && point <= 0x202e)
        || (point >= 0x2066 && point <= 0x2069);
  }
}
