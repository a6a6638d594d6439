package countersign.postal.road;

import countersign.postal.Publication28;
import countersign.validation.Digits;
import java.util.List;
import java.util.Set;

/**
 * One place for the direction of a highway: {@code FM 517 E} for {@code E FM 517}. The direction of
 * a county road stays where it is, because a grid has both {@code W CR 500} and {@code CR 500 W}.
 * Pure.
 */
public final class RoadDirections {
  private static final Set<String> ROADS =
      Set.of("FM", "RM", "US", "SR", "SH", "HWY", "RTE", "I", "LOOP", "SPUR");

  private RoadDirections() {}

  /**
   * Moves one direction at the start of the words behind the highway's number.
   *
   * @param words in one spelling each, which are changed
   */
  public static void moveBehind(List<String> words) {
    if (words.size() < 2
        || !Publication28.isDirection(words.get(0))
        || StateRoads.nameAt(words, 0) > 0) {
      return;
    }
    int end = pastNumber(words);
    while (end > 0 && end < words.size() && RoadQualifiers.is(words.get(end))) {
      end++;
    }
    boolean free = end == words.size() || !Publication28.isDirection(words.get(Math.max(end, 0)));
    if (end > 0 && free) {
      words.add(end - 1, words.remove(0));
    }
  }

  /** Index after the number of the highway at index 1; -1 if there is none. */
  private static int pastNumber(List<String> words) {
    if (NumberedRoads.isJoined(words.get(1))) {
      return 2;
    }
    int number = ROADS.contains(words.get(1)) ? 2 : 1 + StateRoads.nameAt(words, 1);
    return number > 1 && number < words.size() && Digits.isDigit(words.get(number).charAt(0))
        ? number + 1
        : -1;
  }
}
