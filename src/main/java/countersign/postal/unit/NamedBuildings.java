package countersign.postal.unit;

import countersign.postal.Publication28;
import countersign.validation.Digits;
import java.util.List;
import java.util.Set;

/**
 * Buildings with a name, of which an address may have several: {@code Parrish Hall}, {@code North
 * Tower}. Pure.
 */
public final class NamedBuildings {
  /** Words for a building behind its name, in standard abbreviations. */
  private static final Set<String> NOUNS =
      Set.of("HALL", "TOWER", "TOWERS", "TWR", "WING", "HOUSE", "BLDG", "DORM", "DORMITORY");

  /** Words between the name and the building. */
  private static final Set<String> BETWEEN = Set.of("RESIDENCE", "STUDENT", "DINING", "OFC");

  private NamedBuildings() {}

  /**
   * Removes the buildings.
   *
   * @param words in standard abbreviations and without units, which are changed
   * @param named receives each building
   */
  public static void take(List<String> words, List<String> named) {
    for (int i = words.size() - 1; i >= 0; i--) {
      if (NOUNS.contains(words.get(i))) {
        int next = i + 1;
        if (next < words.size() && Publication28.isDirection(words.get(next))) {
          named.add(words.get(next) + " " + noun(words.get(i))); // Tower North
          words.subList(i, next + 1).clear();
        } else if (i > 0 && isName(words.get(i - 1))) {
          int from = start(words, i);
          String name = String.join(" ", words.subList(from, i)) + " " + noun(words.get(i));
          named.add(name);
          words.subList(from, next).clear();
          i = from;
        }
      }
    }
  }

  /** Index of the first word of the name: one word, with a direction before it. */
  private static int start(List<String> words, int noun) {
    int at = noun - 1;
    if (at > 0 && BETWEEN.contains(words.get(at))) {
      at--;
    }
    return at > 0 && Publication28.isDirection(words.get(at - 1)) ? at - 1 : at;
  }

  private static boolean isName(String word) {
    return word.length() == 1 ? Publication28.isDirection(word) : !Digits.any(word);
  }

  private static String noun(String word) {
    return word.equals("TWR") || word.equals("TOWERS") ? "TOWER" : word;
  }
}
