package countersign.postal;

import countersign.validation.Digits;
import java.util.Set;

/** Words that are or begin a street's name without a suffix behind it. Pure. */
public final class StreetWords {
  private static final WordList LIST = WordList.read("street-names.txt");
  private static final Set<String> COMMON = LIST.words(1);
  private static final Set<String> THOROUGHFARES = LIST.words(2);
  private static final Set<String> QUALIFIERS = LIST.words(3);
  private static final Set<String> NUMBERED = LIST.words(4);
  private static final Set<String> ENDINGS = LIST.words(5);
  private static final Set<String> NAMES = LIST.words(10);

  private static final Set<String> PLACES = Set.of("REAR", "UPPR", "LOWR", "FRNT");

  private StreetWords() {}

  /** Whether the word may be the first word of a street's name, such as HIGHWAY or CALLE. */
  public static boolean isThoroughfare(String word) {
    return THOROUGHFARES.contains(word);
  }

  /** Whether the word is a street's name without a suffix, such as BROADWAY. */
  public static boolean isCommon(String word) {
    return COMMON.contains(word);
  }

  /** Whether the word is a suffix or a unit, but also the whole name of streets: PARK, FRONT. */
  public static boolean isAlsoName(String word) {
    return NAMES.contains(word);
  }

  /** Whether the word is the place of a dwelling, in any of its spellings: REAR, UPPER. */
  public static boolean isPlace(String word) {
    return PLACES.contains(Publication28.abbreviate(word));
  }

  /** Whether the word may stand before a thoroughfare: COUNTY, STATE, OLD. */
  public static boolean isQualifier(String word) {
    return QUALIFIERS.contains(word) || word.equals("CO");
  }

  /** Whether the word is a road's number or letter. */
  public static boolean isId(String word) {
    return Digits.any(word)
        || (RoadLetters.are(word) && (word.length() == 1 || word.charAt(0) != 'X'));
  }

  /** Whether the word is part of a common name of two words, behind another word. */
  public static boolean isEnding(String word) {
    return ENDINGS.contains(word);
  }

  /** Whether a word is a road before a number only. */
  public static boolean isNumbered(String word) {
    return NUMBERED.contains(word) || RoadLetters.areInitials(word);
  }
}
