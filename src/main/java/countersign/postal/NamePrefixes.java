package countersign.postal;

import countersign.validation.Digits;
import java.util.List;
import java.util.Set;

/**
 * First parts of a name that are written together with the next word or apart from it: {@code
 * O'Brien} and {@code O Brien}, {@code LaSalle} and {@code La Salle}. Pure.
 */
public final class NamePrefixes {
  private static final Set<String> PREFIXES =
      Set.of("O", "MC", "MAC", "LA", "LE", "DE", "DU", "VAN");

  /** Words before HOUSE: {@code School House Rd} is {@code Schoolhouse Rd}. */
  private static final Set<String> HOUSES = Set.of("SCHOOL", "FARM", "MEETING");

  private static final int SHORTEST_NAME = 3;

  private NamePrefixes() {}

  /**
   * Joins each first part with the word behind it.
   *
   * @param words a street in standard abbreviations, which is changed
   */
  public static void join(List<String> words) {
    for (int i = words.size() - 2; i >= 0; i--) {
      String next = words.get(i + 1);
      boolean named =
          next.length() >= SHORTEST_NAME
              && !Digits.any(next)
              && !Publication28.isSuffix(next)
              && !Publication28.isUnit(next);
      if (next.equals("HOUSE") && HOUSES.contains(words.get(i))) {
        words.set(i, words.get(i) + words.remove(i + 1));
      } else if (named && PREFIXES.contains(words.get(i))) {
        words.set(i, words.get(i) + words.remove(i + 1));
      }
    }
  }
}
