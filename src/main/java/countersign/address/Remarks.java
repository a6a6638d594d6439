package countersign.address;

import countersign.address.DeliveryLine.Form;
import countersign.validation.Digits;
import java.util.List;
import java.util.Set;

/** Words that a clerk writes into an address field, and that are no part of an address. Pure. */
final class Remarks {
  private static final WordList LIST = WordList.read("clerks-words.txt");
  private static final Set<String> WORDS = LIST.words(1);
  private static final Phrases PHRASES = new Phrases(LIST.lines(2));
  private static final Set<String> WITHOUT_SUFFIX = LIST.words(3);
  private static final Set<String> IN_A_NAME = LIST.words(4);
  private static final Set<String> BESIDE = LIST.words(5);
  private static final Phrases NOUNS = new Phrases(LIST.lines(6));

  /** Words before OF in streets such as Avenue of the Americas and Prince of Wales Dr. */
  private static final Set<String> BEFORE_OF =
      Set.of("PRINCE", "PRINCESS", "DUKE", "EARL", "QUEEN", "KING", "LADY", "LORD", "PRIDE");

  private static final Set<String> NOT_BEFORE_OF =
      Set.of("ESTATE", "ESTATES", "CORNER", "COR", "PLACE", "EXT", "BRANCH", "RIVER", "STATION");

  private static final int LONG = 6;

  private Remarks() {}

  /**
   * Whether the name of a street is a remark.
   *
   * @param suffixed whether a suffix or a number follows, so that fewer words are a remark
   */
  static boolean isName(List<String> name, boolean suffixed) {
    return isRemark(name)
        || holds(IN_A_NAME, name)
        || holdsOf(name)
        || (!suffixed && (holds(WITHOUT_SUFFIX, name) || holdsStateOfAffairs(name)));
  }

  /** Whether the words before or behind a street or a box are a remark. */
  static boolean isBeside(List<String> words) {
    return isRemark(words) || holds(BESIDE, words);
  }

  /** Whether the street is a kind of place, not a name: a gas station, {@code Under bridge}. */
  static boolean isPlace(DeliveryLine line) {
    List<String> street = line.street();
    return NOUNS.in(street, street.size())
        || (line.form() == Form.SUFFIX
            && !Publication28.isRoad(street.get(street.size() - 1))
            && line.nameWords().stream()
                .allMatch(word -> word.equals("THE") || WITHOUT_SUFFIX.contains(word)));
  }

  /** Whether the number counts a block: {@code 500 block Main St}. */
  static boolean isBlock(List<String> number, List<String> name) {
    return name.size() > 1
        && name.get(0).equals("BLOCK")
        && !number.isEmpty()
        && number.get(0).endsWith("00");
  }

  private static boolean isRemark(List<String> words) {
    return holds(WORDS, words) || PHRASES.in(words);
  }

  /** Whether a word ends like a participle or an abstract noun: CLOSED, CONSTRUCTION. */
  private static boolean holdsStateOfAffairs(List<String> name) {
    for (String word : name) {
      if (word.length() >= LONG
          && (word.endsWith("ED") || word.endsWith("TION"))
          && !Publication28.isSuffix(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holdsOf(List<String> name) {
    int of = name.indexOf("OF");
    if (of < 0) {
      return false;
    }
    String before = of == 0 ? "" : name.get(of - 1);
    boolean street =
        BEFORE_OF.contains(before)
            || ((Publication28.isSuffix(before) || KnownForms.isThoroughfare(before))
                && !NOT_BEFORE_OF.contains(before));
    return !street;
  }

  /** Whether one of the words is in the list; NO before a number is a number sign. */
  private static boolean holds(Set<String> list, List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (list.contains(words.get(i))
          && !(HouseNumber.isSign(words.get(i))
              && i + 1 < words.size()
              && Digits.any(words.get(i + 1)))) {
        return true;
      }
    }
    return false;
  }
}
