package countersign.postal.remark;

import countersign.postal.HouseNumber;
import countersign.postal.Lexicon;
import countersign.postal.Phrases;
import countersign.postal.Publication28;
import countersign.postal.WordList;
import countersign.postal.Words;
import countersign.validation.Digits;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Words that a clerk writes into an address field, and that are no part of an address. Pure. */
public final class Remarks {
  private static final WordList LIST = WordList.read("clerks-words.txt");
  private static final Set<String> WORDS = LIST.words(1);
  private static final Phrases PHRASES = new Phrases(LIST.lines(2));
  private static final Set<String> WITHOUT_SUFFIX = LIST.words(3);
  private static final Set<String> IN_A_NAME = LIST.words(4);
  private static final Set<String> BESIDE = LIST.words(5);
  private static final Phrases NOUNS = new Phrases(LIST.lines(6));
  private static final Set<String> PERSONS = LIST.words(7);
  private static final Set<String> HOMES = LIST.words(8);
  private static final Set<String> BUILDINGS = LIST.words(9);
  private static final Set<String> PLACES = places();
  private static final Set<String> BEHIND_NO = behindNo();

  /** Every remark has one of these words, apart from a state of affairs without a suffix. */
  private static final Set<String> SIGNS = signs();

  private static final Set<String> DEPARTMENTS = Set.of("RECORDS", "INFORMATION", "PHONE", "FAX");
  private static final Set<String> OFFICES =
      Set.of("DEPT", "OFC", "DIVISION", "BUREAU", "TECHNOLOGY", "SERVICES", "CENTER");

  private static final int LONG = 6;

  private Remarks() {}

  private static Set<String> signs() {
    Set<String> signs = new HashSet<>(WORDS);
    signs.addAll(WITHOUT_SUFFIX);
    signs.addAll(IN_A_NAME);
    signs.addAll(BESIDE);
    LIST.lines(2).forEach(phrase -> signs.add(phrase.split(" ", -1)[0]));
    signs.add("OF");
    return signs;
  }

  /** Whether one of the words may make a remark; without one only a name without suffix may be. */
  public static boolean mayBe(List<String> words) {
    return Words.any(words, SIGNS::contains);
  }

  /**
   * Whether the name of a street is a remark.
   *
   * @param suffixed whether a suffix or a number follows, so that fewer words are a remark
   */
  public static boolean isName(List<String> name, boolean suffixed) {
    if (suffixed && JoinedNames.isWhole(name)) {
      return false;
    }
    if (!suffixed && SpanishNames.areWithout(name)) {
      return isName(SpanishNames.withoutSin(name), false);
    }
    return isRemark(name)
        || holds(IN_A_NAME, name)
        || JoinedNames.isRemarkWithOf(name, suffixed)
        || (!suffixed && (holds(WITHOUT_SUFFIX, name) || holdsStateOfAffairs(name)));
  }

  /** Whether the words before or behind a street or a box are a remark. */
  public static boolean isBeside(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      boolean beside = BESIDE.contains(words.get(i));
      if (beside && !isSideOfUnit(words, i) && !isDepartment(words, i)) {
        return true;
      }
    }
    return isRemark(words);
  }

  /** Whether LEFT stands behind a unit: {@code Apt Left}, {@code 2nd Fl Left}. */
  private static boolean isSideOfUnit(List<String> words, int at) {
    return words.get(at).equals("LEFT") && at > 0 && Publication28.isUnit(words.get(at - 1));
  }

  /** Whether the word belongs to a department's name: {@code Dept of Records}. */
  private static boolean isDepartment(List<String> words, int at) {
    return DEPARTMENTS.contains(words.get(at))
        && Words.any(words, word -> OFFICES.contains(Publication28.abbreviate(word)));
  }

  /**
   * Whether the street is a kind of place, not a name: a gas station, {@code Under bridge}.
   *
   * @param street the name with its suffix
   * @param name the name alone
   * @param suffixed whether there is a suffix
   */
  public static boolean isPlace(List<String> street, List<String> name, boolean suffixed) {
    return (NOUNS.in(street, street.size()) && !NamedParks.are(street))
        || isHome(street)
        || (suffixed
            && !Publication28.isRoad(street.get(street.size() - 1))
            && Words.all(name, Remarks::isPlaceWord));
  }

  /** Whether the words end in a kind of place, such as a bus stop. */
  public static boolean isKindOfPlace(List<String> words) {
    return NOUNS.in(words, words.size());
  }

  /** Whether the word, in any of its spellings, is a kind of place: STATION, STA. */
  private static boolean isPlaceWord(String word) {
    return word.equals("THE") || PLACES.contains(Publication28.abbreviate(word));
  }

  private static Set<String> places() {
    Set<String> places = new HashSet<>();
    WITHOUT_SUFFIX.forEach(word -> places.add(Publication28.abbreviate(word)));
    BUILDINGS.forEach(word -> places.add(Publication28.abbreviate(word)));
    return places;
  }

  /** Whether the words hold a person with a home: {@code Cousin's Place}, {@code Aunts house}. */
  public static boolean isHome(List<String> words) {
    for (int i = 1; i < words.size(); i++) {
      if (HOMES.contains(words.get(i)) && isPerson(words.get(i - 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPerson(String word) {
    return PERSONS.contains(word)
        || (word.endsWith("S") && PERSONS.contains(word.substring(0, word.length() - 1)));
  }

  /**
   * Whether NO is North in a street's name with a suffix: a name follows that no remark has, as in
   * {@code 330 No Michigan Ave}.
   *
   * @param street the name and its suffix
   * @param name number of words that are the name
   */
  public static boolean isNorth(List<String> street, int name) {
    return name > 1
        && street.get(0).equals("NO")
        && Publication28.isRoad(street.get(name))
        && !isName(street.subList(1, name), false)
        && Words.none(
            street.subList(1, name), word -> BEHIND_NO.contains(word) || Lexicon.isClosed(word));
  }

  private static Set<String> behindNo() {
    Set<String> words = LIST.words(10);
    for (String phrase : WordList.read("placeholder-phrases.txt").lines()) {
      if (phrase.startsWith("NO ")) {
        words.addAll(List.of(phrase.split(" ", -1)));
      }
    }
    return words;
  }

  /** Whether the number counts a block: {@code 500 block Main St}. */
  public static boolean isBlock(List<String> number, List<String> name) {
    return name.size() > 1
        && name.get(0).equals("BLOCK")
        && !number.isEmpty()
        && number.get(0).endsWith("00");
  }

  /** Whether the word is a person, a thing or a state of affairs. */
  public static boolean isNoun(String word) {
    return WITHOUT_SUFFIX.contains(word) || BESIDE.contains(word);
  }

  /** Whether the word is a remark wherever it stands. */
  public static boolean isAnywhere(String word) {
    return WORDS.contains(word);
  }

  /** Whether the word is a remark before or behind an address. */
  public static boolean isBesideWord(String word) {
    return BESIDE.contains(word);
  }

  /** Whether one of the words or a phrase is a remark wherever it stands. */
  public static boolean isRemark(List<String> words) {
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
