package countersign.validation;

import java.util.List;

/**
 * Post office boxes, rural and highway contract routes, military and Department of State boxes:
 * delivery lines without a street.
 */
final class Boxes {
  private static final List<List<String>> BOX =
      List.of(List.of("PO", "BOX"), List.of("P", "O", "BOX"), List.of("POST", "OFFICE", "BOX"));
  private static final List<List<String>> NUMBERED =
      List.of(
          List.of("RR"),
          List.of("HC"),
          List.of("RURAL", "ROUTE"),
          List.of("RURAL", "RTE"),
          List.of("HIGHWAY", "CONTRACT", "ROUTE"),
          List.of("HIGHWAY", "CONTRACT"),
          List.of("PSC"),
          List.of("UNIT"),
          List.of("CMR"));

  private Boxes() {}

  /** Where the first one with its numbers begins; -1 if there is none. */
  static int start(List<String> line) {
    if (!line.contains("BOX")) {
      return -1;
    }
    for (int i = 0; i < line.size(); i++) {
      if (isBox(line, i) || isNumbered(line, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isBox(List<String> line, int at) {
    for (List<String> words : BOX) {
      if (starts(line, at, words) && isId(line, at + words.size())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNumbered(List<String> line, int at) {
    for (List<String> words : NUMBERED) {
      int number = at + words.size();
      if (starts(line, at, words)
          && hasDigit(line, number)
          && number + 1 < line.size()
          && line.get(number + 1).equals("BOX")
          && isId(line, number + 2)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isId(List<String> line, int at) {
    boolean sign = at < line.size() && line.get(at).equals("#");
    return hasDigit(line, sign ? at + 1 : at);
  }

  private static boolean hasDigit(List<String> line, int at) {
    return at < line.size() && line.get(at).chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean starts(List<String> line, int at, List<String> words) {
    return at + words.size() <= line.size()
        && line.get(at).equals(words.get(0))
        && line.subList(at, at + words.size()).equals(words);
  }
}
