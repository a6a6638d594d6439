package countersign.postal.remark;

import countersign.postal.CountingWords;
import countersign.postal.Lexicon;
import countersign.postal.Publication28;
import countersign.postal.StreetWords;
import countersign.postal.WordList;
import countersign.validation.Digits;
import java.util.List;
import java.util.Set;

/**
 * Names of streets with a joining word that remarks have too: {@code Prince of Wales Dr}, {@code By
 * the Sea Ln}, {@code North by Northeast Blvd}. Pure.
 */
public final class JoinedNames {
  private static final WordList LIST = WordList.read("street-names.txt");
  private static final Set<String> LANDSCAPES = LIST.words(11);
  private static final Set<String> BEFORE_OF = LIST.words(12);
  private static final Set<String> NEVER_BEFORE_OF = LIST.words(13);
  private static final Set<String> JOINTS = Set.of("BY", "IN", "ON", "AT");
  private static final List<String> BIRD_IN_HAND = List.of("BIRD", "IN", "HAND");
  private static final List<String> DRIVE_IN = List.of("DRIVE", "IN");
  private static final Set<String> WATERS = Set.of("LAKE", "RIVER", "HILL", "WATER");
  private static final List<String> TO_AND_FRO = List.of("TO", "AND", "FRO");

  private JoinedNames() {}

  /** Whether the whole name is one of those forms, apart from names with OF. */
  public static boolean isWhole(List<String> name) {
    if (name.equals(DRIVE_IN) || isNounInLandscape(name)) {
      return true;
    }
    if (name.size() != 3) {
      return false;
    }
    boolean landscape =
        JOINTS.contains(name.get(0))
            && name.get(1).equals("THE")
            && LANDSCAPES.contains(name.get(2));
    boolean measured = name.get(1).equals("BY") && isMeasure(name.get(0)) && isMeasure(name.get(2));
    return landscape || measured || name.equals(TO_AND_FRO) || name.equals(BIRD_IN_HAND);
  }

  /** Whether the name is like {@code Bend in the River}; a house or a tent there is a remark. */
  private static boolean isNounInLandscape(List<String> name) {
    return name.size() == 4
        && JOINTS.contains(name.get(1))
        && name.get(2).equals("THE")
        && (LANDSCAPES.contains(name.get(3)) || WATERS.contains(name.get(3)))
        && !NEVER_BEFORE_OF.contains(name.get(0))
        && isName(name.get(0));
  }

  private static boolean isMeasure(String word) {
    return Publication28.isDirection(word)
        || CountingWords.at(List.of(word), 0) > 0
        || Digits.any(word);
  }

  /**
   * Whether OF joins no name of a street.
   *
   * @param suffixed whether a suffix or a number follows the name
   */
  public static boolean isRemarkWithOf(List<String> name, boolean suffixed) {
    int of = name.indexOf("OF");
    if (of < 0) {
      return false;
    }
    String before = of == 0 ? "" : name.get(of - 1);
    boolean street =
        BEFORE_OF.contains(before)
            || Publication28.isSuffix(before)
            || StreetWords.isThoroughfare(before)
            || (suffixed && isName(before) && of + 1 < name.size());
    return !street || NEVER_BEFORE_OF.contains(before);
  }

  private static boolean isName(String word) {
    return word.length() > 2
        && !isMeasure(word)
        && !Remarks.isNoun(word)
        && !Lexicon.isClosed(word);
  }
}
