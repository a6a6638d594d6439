package countersign.profile;

import java.util.Collection;
import java.util.Set;

/** Shows a name that a sender chose: shortened, and only with printable characters. */
final class ForeignName {
  private static final int LONGEST = 40;

  private ForeignName() {}

  /** The first name that is not known, with the path of its parent. */
  static String firstUnknown(String parent, Collection<String> names, Set<String> known) {
    String unknown = names.stream().filter(name -> !known.contains(name)).findFirst().orElse("");
    return parent.isEmpty() ? shown(unknown) : parent + "." + shown(unknown);
  }

  static String shown(String name) {
    if (name.isBlank()) {
      return "(an empty name)";
    }
    StringBuilder shown = new StringBuilder();
    name.codePoints()
        .limit(LONGEST)
        .map(point -> isPrintable(point) ? point : '?')
        .forEach(shown::appendCodePoint);
    return name.codePointCount(0, name.length()) > LONGEST ? shown + "..." : shown.toString();
  }

  private static boolean isPrintable(int point) {
    int type = Character.getType(point);
    return !UnacceptableText.contains(point)
        && point != 0x7f
        && type != Character.FORMAT
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }
}
