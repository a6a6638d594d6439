package countersign.address;

import countersign.address.line.DeliveryLine;
import countersign.address.line.DeliveryLine.Form;
import countersign.postal.CountingWords;
import countersign.postal.KeyboardRuns;
import countersign.postal.OrdinaryWords;
import countersign.postal.Publication28;
import countersign.postal.StreetWords;
import countersign.postal.WordList;
import countersign.postal.Words;
import countersign.validation.Digits;
import countersign.validation.Presence;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Streets whose whole name names nothing: {@code That One St}, {@code Untitled Document Rd}, {@code
 * Dirt Road}, {@code Qwer St}. Pure.
 */
final class NamelessStreets {
  private static final WordList GENERIC = WordList.read("generic-words.txt");
  private static final Set<String> INDEFINITE = WordList.read("clerks-words.txt").words(12);
  private static final Set<String> STREETS =
      Set.copyOf(WordList.read("street-names.txt").lines(18));

  /** Words before the suffixes of these streets. */
  private static final Set<String> LAST_WORDS = lastWords();

  private static final Set<String> ALONE = alone();
  private static final Set<String> BUILDINGS = GENERIC.words(5);
  private static final Set<String> SURFACES = GENERIC.words(6);
  private static final Set<String> OF_A_FORM = GENERIC.words(7);
  private static final Set<String> BESIDE = GENERIC.words(8);
  private static final Set<String> ARTICLES = Set.of("THE", "AND", "DE", "LA", "EL", "UNA");
  private static final Set<String> AGES = Set.of("OLD", "NEW");
  private static final Map<String, Set<String>> KNOWN =
      Map.of(
          "RD", Set.of("STREET", "AVENUE"),
          "AVE", Set.of("BOULEVARD", "HIGHWAY", "HOME"),
          "ST", Set.of("ROAD", "BOULEVARD"),
          "SQ", Set.of("PUBLIC"));

  private static final Set<String> ROADS = Set.of("ST", "RD", "AVE", "HWY");

  private NamelessStreets() {}

  /** Whether the street has no name, or a word of a keyboard in its name. */
  static boolean is(DeliveryLine line, String state) {
    boolean suffixed = line.form() == Form.SUFFIX;
    List<String> name = suffixed ? line.nameWords() : line.street();
    if (line.isNumberedRoad()) {
      return isIndefinite(name);
    }
    if (suffixed && isStreet(line, state)) {
      return false;
    }
    return isTheRoad(line)
        || Words.any(name, KeyboardRuns::is)
        || isNothing(name, suffixed, isRoad(line) && !isKnown(line.street()));
  }

  /** Whether the street is a published one: {@code One Microsoft Way}, {@code N Person St}. */
  private static boolean isStreet(DeliveryLine line, String state) {
    if (line.name() == 0 || !LAST_WORDS.contains(line.street().get(line.name() - 1))) {
      return false;
    }
    List<String> name =
        line.nameWords().stream().filter(word -> !Publication28.isDirection(word)).toList();
    String suffix = Publication28.abbreviate(line.street().get(line.name()));
    String street = String.join(" ", name) + " " + suffix;
    return STREETS.contains(street) || STREETS.contains(state + " " + street);
  }

  /** Whether the word names nothing by itself, also with digits behind it: {@code SHEET1}. */
  static boolean isGeneric(String word) {
    int end = word.length();
    while (end > 0 && Digits.isDigit(word.charAt(end - 1))) {
      end--;
    }
    String letters = word.substring(0, end);
    boolean numbered = end < word.length();
    return ALONE.contains(letters) || (numbered && OF_A_FORM.contains(letters));
  }

  /** Whether a numbered road has an indefinite word before it: {@code Another County Road 5}. */
  private static boolean isIndefinite(List<String> name) {
    return Words.any(name, INDEFINITE::contains)
        && Words.all(name, word -> INDEFINITE.contains(word) || isAside(word, false));
  }

  private static Set<String> lastWords() {
    Set<String> words = new HashSet<>();
    for (String street : STREETS) {
      String[] all = street.split(" ", -1);
      words.add(all[all.length - 2]);
    }
    return words;
  }

  private static Set<String> alone() {
    Set<String> words = new HashSet<>(INDEFINITE);
    for (int heading = 1; heading <= 4; heading++) {
      words.addAll(GENERIC.words(heading));
    }
    return words;
  }

  /** Whether the name is a road's word that streets have as a name: {@code E Street Rd}. */
  private static boolean isKnown(List<String> street) {
    int last = street.size() - 1;
    if (last > 1 && street.get(last - 1).equals("PUBLIC")) {
      return Publication28.isDirection(street.get(0)); // S Public Rd
    }
    return last > 0
        && KNOWN
            .getOrDefault(Publication28.abbreviate(street.get(last)), Set.of())
            .contains(street.get(last - 1));
  }

  /** Whether the suffix is a road's and no number follows, as in {@code Private Road 4412}. */
  private static boolean isRoad(DeliveryLine line) {
    return line.form() == Form.SUFFIX
        && Publication28.isRoad(line.street().get(line.name()))
        && (line.after().isEmpty() || !Digits.any(line.after().get(0)));
  }

  /**
   * Whether all words name nothing.
   *
   * @param suffixed whether a suffix follows, so that a word for a thoroughfare counts as a name
   * @param road whether the suffix is a road's, so that a building or a surface names nothing
   *     either
   */
  private static boolean isNothing(List<String> name, boolean suffixed, boolean road) {
    boolean generic = false;
    boolean surface = false;
    boolean building = false;
    boolean beside = false;
    boolean other = false;
    int ofForm = 0;
    for (String word : name) {
      if (OrdinaryWords.isUnknown(word)) {
        return false;
      } else if (isAside(word, suffixed)) {
        ofForm += Digits.any(word) ? 1 : 0;
      } else if (isGeneric(word)) {
        generic = true;
      } else if (road && SURFACES.contains(word)) {
        surface = true;
      } else if (road && BUILDINGS.contains(word)) {
        building = true;
      } else if (OF_A_FORM.contains(word)) {
        ofForm++;
      } else if (BESIDE.contains(word)) {
        beside = true;
        other |= !AGES.contains(word);
      } else {
        return false;
      }
    }
    boolean form = suffixed && ofForm > 1 && Words.any(name, OF_A_FORM::contains);
    return generic || form || (ofForm == 0 && ((building && !beside) || (surface && !other)));
  }

  private static boolean isTheRoad(DeliveryLine line) {
    return line.street().size() == 2
        && line.nameWords().equals(List.of("THE"))
        && ROADS.contains(Publication28.abbreviate(line.street().get(1)));
  }

  private static boolean isAside(String word, boolean suffixed) {
    return !Presence.hasLetter(word)
        || ARTICLES.contains(word)
        || Publication28.isDirection(word)
        || word.length() == 1
        || CountingWords.is(word)
        || (!suffixed && StreetWords.isThoroughfare(word));
  }
}
