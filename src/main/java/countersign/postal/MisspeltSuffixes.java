package countersign.postal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Suffixes of six letters or more with one wrong letter: {@code Boulvard}. Pure. */
public final class MisspeltSuffixes {
  /** Words that are one letter from a suffix. */
  private static final Set<String> NO_SUFFIXES = Set.of("STATES", "CENTRO");

  private static final int FUZZY_FROM = 6;

  /** The suffixes that are long enough to be recognised with one wrong letter. */
  private static final List<String> LONG = new ArrayList<>();

  static {
    Publication28.suffixes().stream()
        .filter(word -> word.length() >= FUZZY_FROM)
        .sorted()
        .forEach(LONG::add);
  }

  private MisspeltSuffixes() {}

  /** Whether the word is one letter from a suffix. */
  public static boolean is(String word) {
    if (word.length() < FUZZY_FROM - 1 || NO_SUFFIXES.contains(word)) {
      return false; // United States, not Estates
    }
    for (int i = 0; i < LONG.size(); i++) {
      String suffix = LONG.get(i);
      if (Math.abs(suffix.length() - word.length()) <= 1 && Lexicon.oneEditApart(suffix, word)) {
        return true;
      }
    }
    return false;
  }
}
