package countersign.postal.road;

import countersign.postal.Publication28;
import countersign.validation.Digits;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words that distinguish a highway from another one with the same number: {@code ALT}, {@code BUS},
 * {@code BYP}. They are written before or behind the number. Pure.
 */
public final class RoadQualifiers {
  private static final Map<String, String> SHORT =
      Map.of(
          "ALT", "ALT",
          "ALTERNATE", "ALT",
          "BUS", "BUS",
          "BUSINESS", "BUS",
          "BYP", "BYPASS",
          "BYPASS", "BYPASS",
          "TRUCK", "TRUCK",
          "TRK", "TRUCK");

  private static final Set<String> ROADS =
      Set.of("US", "SR", "SH", "I", "HWY", "RTE", "FM", "CR", "LOOP", "SPUR");

  private RoadQualifiers() {}

  /** Whether the word may follow a highway's number. */
  public static boolean is(String word) {
    return SHORT.containsKey(word);
  }

  /**
   * Moves a qualifier behind the road's number: {@code ALT US 19} and {@code US ALT 19} become
   * {@code US 19 ALT}.
   *
   * @param words words of a line, which are changed
   */
  public static void moveBehind(List<String> words) {
    for (int i = 0; i + 2 < words.size(); i++) {
      boolean second = isNumber(words, i + 2);
      if (second && isRoad(words, i + 1)) {
        move(words, i, i + 2);
      } else if (second && isRoad(words, i)) {
        move(words, i + 1, i + 2);
      } else if (isNumber(words, i + 1) && isRoad(words, i)) {
        behindDirection(words, i + 2);
      }
    }
    for (int i = 0; i + 1 < words.size(); i++) {
      if (isNumber(words, i + 1) && words.get(i).equals("ALTERNATE")) {
        words.set(i, "ALT");
      }
    }
  }

  private static void move(List<String> words, int from, int to) {
    String qualifier = SHORT.get(words.get(from));
    if (qualifier != null) {
      words.remove(from);
      words.add(to, qualifier);
    }
  }

  /** Writes the qualifier at {@code at} short; it stands before a direction. */
  private static void behindDirection(List<String> words, int at) {
    boolean direction =
        at + 1 < words.size() && Publication28.isDirection(words.get(at)) && is(words.get(at + 1));
    if (direction) {
      words.add(at + 1, words.remove(at));
    }
    String qualifier = SHORT.get(words.get(at));
    if (qualifier != null) {
      words.set(at, qualifier);
    }
  }

  private static boolean isRoad(List<String> words, int at) {
    return ROADS.contains(Publication28.abbreviate(words.get(at)));
  }

  private static boolean isNumber(List<String> words, int at) {
    return Digits.isDigit(words.get(at).charAt(0));
  }
}
