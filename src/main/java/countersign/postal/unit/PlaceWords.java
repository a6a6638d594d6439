package countersign.postal.unit;

import countersign.postal.NameWords;
import countersign.postal.Publication28;
import countersign.postal.WordList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Units of a building that have no id: {@code Rear}, {@code Basement Apt}, {@code Top Floor}. They
 * belong to an address wherever they are written. Pure.
 */
public final class PlaceWords {
  /** Units without an id, in standard abbreviations. */
  private static final Set<String> ALONE = alone();

  /** Units without an id that end no name of a person or a company. */
  private static final Set<String> BEHIND_NAME =
      Set.of(
          "REAR", "FRNT", "UPPR", "LOWR", "BSMT", "PH", "BACK", "UPSTAIRS", "DOWNSTAIRS", "ATTIC");

  /** Words that are a unit behind a word such as TOP. */
  private static final Set<String> BUILT =
      Set.of("APT", "UNIT", "FL", "LVL", "HOUSE", "COTTAGE", "STE", "OFC", "RM", "WING");

  /** Words before them that are no unit themselves. */
  private static final Set<String> BEFORE = Set.of("TOP", "GROUND", "MAIN", "GUEST", "POOL", "2ND");

  /** Words of these that have a direction as their name: {@code North Wing}. */
  private static final Set<String> BUILDINGS = Set.of("HOUSE", "WING");

  private static final Set<String> DWELLINGS = Set.of("APT", "UNIT");

  private PlaceWords() {}

  private static Set<String> alone() {
    Set<String> words = new HashSet<>(Set.of("LBBY", "OFC"));
    for (String word : WordList.read("street-names.txt").words(14)) {
      words.add(NameWords.standard(word));
    }
    return words;
  }

  /**
   * Removes the units at the end.
   *
   * @param words in standard abbreviations, which are changed
   * @param units receives each unit
   * @param named receives each unit that may be a part of the name before it
   */
  public static void take(List<String> words, List<String> units, List<String> named) {
    int from = start(words);
    for (int at = from; at < words.size(); at++) {
      boolean pair = isPair(words, at) || isDesignated(words, at);
      boolean sure = from == 0 || BEHIND_NAME.contains(words.get(at));
      (sure || isDesignated(words, at) ? units : named)
          .add(rear(pair ? pair(words, at) : words.get(at)));
      at += pair ? 1 : 0;
    }
    words.subList(from, words.size()).clear();
  }

  /** {@code Back} and {@code Back House} are {@code Rear} and {@code Rear House}. */
  private static String rear(String unit) {
    return unit.startsWith("BACK") ? "REAR" + unit.substring("BACK".length()) : unit;
  }

  /** Index of the first word of the units at the end. */
  private static int start(List<String> words) {
    int at = words.size();
    while (at > 0) {
      if (at > 1 && (isPair(words, at - 2) || isDesignated(words, at - 2))) {
        at -= 2;
      } else if (ALONE.contains(words.get(at - 1))) {
        at--;
      } else {
        return at;
      }
    }
    return at;
  }

  /** Whether a designator stands before the unit: {@code Apt Rear}. */
  private static boolean isDesignated(List<String> words, int at) {
    return at + 1 < words.size()
        && DWELLINGS.contains(words.get(at))
        && ALONE.contains(words.get(at + 1))
        && !BUILT.contains(words.get(at + 1));
  }

  private static boolean isPair(List<String> words, int at) {
    return at + 1 < words.size()
        && BUILT.contains(words.get(at + 1))
        && (ALONE.contains(words.get(at))
            || BEFORE.contains(words.get(at))
            || (Publication28.isDirection(words.get(at))
                && !BUILDINGS.contains(words.get(at + 1))));
  }

  /** {@code Rear Apt} is {@code Rear}; {@code North Unit} is {@code North Apt}. */
  private static String pair(List<String> words, int at) {
    if (isDesignated(words, at)) {
      return words.get(at + 1);
    }
    boolean dwelling = DWELLINGS.contains(words.get(at + 1));
    String built = dwelling ? "APT" : words.get(at + 1);
    return dwelling && ALONE.contains(words.get(at)) ? words.get(at) : words.get(at) + " " + built;
  }
}
