package countersign.address;

import countersign.postal.NameWords;
import countersign.postal.Publication28;
import countersign.postal.WordList;
import countersign.postal.unit.UnitForms;
import countersign.validation.Digits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the words before a delivery line add to it, when two addresses are compared: units and
 * buildings. The rest is an addressee, also with a number in its name ({@code Motel 6}). Pure.
 */
final class AddresseeParts {
  /** Words that designate a part of a place before its number, standard abbreviations. */
  private static final Set<String> PLACES = places();

  /** Units that are a word of a name if a name follows their number: {@code Pier 39 Marina}. */
  private static final Set<String> ALSO_NAMES = Set.of("PIER", "STOP", "SLIP", "HNGR", "STUDIO");

  /** Names of companies that read like a part of a place with its number. */
  private static final Set<String> COMPANIES = Set.of("STUDIO 54", "STUDIO 6");

  /** Last words of a building's name before the sign and the number of a dwelling. */
  private static final Set<String> APARTMENTS =
      Set.of("APTS", "APARTMENTS", "CONDOMINIUMS", "CONDOS", "TOWER", "LOFTS", "VLG", "MNR");

  private AddresseeParts() {}

  private static Set<String> places() {
    Set<String> words =
        new HashSet<>(
            Set.of("CP", "BLOCK", "SECTION", "TRACT", "MILE", "KM", "MSC", "CPO", "SPO", "UPO"));
    for (String word : WordList.read("street-names.txt").words(15)) {
      words.add(NameWords.standard(word));
    }
    words.removeAll(Set.of("BOX", "MAILBOX")); // a box is a place of its own
    return words;
  }

  /**
   * Takes the parts out of the words.
   *
   * @param words as written
   * @param units receives each unit
   * @param named receives each building, and each number that may be the addressee's
   * @return the other words
   */
  static List<String> take(List<String> words, List<String> units, List<String> named) {
    List<String> rest = NameWords.standard(words);
    dropNumbersOfNames(rest);
    takeSigned(rest, named);
    rest = new ArrayList<>(UnitForms.takeFirst(rest, units));
    takePlaces(rest, named);
    NamedParts.takeBehind(rest, units, named);
    for (int i = 1; i < rest.size(); i++) {
      if (Digits.any(rest.get(i)) && isName(rest.get(i - 1))) {
        named.add(NamedParts.ofName(rest.get(i - 1) + " " + rest.get(i)));
      }
    }
    return rest;
  }

  /** Removes the number between two words of a name: {@code Pier 39 Marina}. */
  private static void dropNumbersOfNames(List<String> words) {
    for (int i = words.size() - 2; i > 0; i--) {
      if (ALSO_NAMES.contains(words.get(i - 1))
          && Digits.only(words.get(i))
          && isName(words.get(i + 1))) {
        words.remove(i);
      }
    }
  }

  /** Takes the number behind a name and a sign, a store's or a dwelling's: {@code Acme #12}. */
  private static void takeSigned(List<String> words, List<String> named) {
    int sign = words.indexOf("#");
    boolean behindName =
        sign > 0 && isName(words.get(sign - 1)) && sign + 1 < words.size() && sign < words.size();
    if (behindName && Digits.any(words.get(sign + 1))) {
      String unit = "APT " + UnitForms.withoutZeros(UnitForms.joined(words.get(sign + 1)));
      named.add(APARTMENTS.contains(words.get(sign - 1)) ? unit : NamedParts.optional(unit));
      words.subList(sign, sign + 2).clear();
    }
  }

  /**
   * Takes a part of a place with its number: {@code Tower 4}, {@code Cottage 3}.
   *
   * @param words in standard abbreviations, which are changed
   */
  static void takePlaces(List<String> words, List<String> named) {
    for (int i = words.size() - 2; i >= 0; i--) {
      String id = i + 1 < words.size() ? words.get(i + 1) : "";
      if (PLACES.contains(words.get(i)) && (Digits.any(id) || id.length() == 1)) {
        String part = words.get(i) + " " + UnitForms.withoutZeros(UnitForms.joined(id));
        named.add(COMPANIES.contains(part) ? NamedParts.optional(part) : part);
        words.remove(i + 1);
        if (!words.get(i).equals("HALL")) {
          words.remove(i);
        }
      }
    }
  }

  private static boolean isName(String word) {
    return word.length() > 1
        && !Digits.any(word)
        && !Publication28.isUnit(word)
        && !Publication28.isDirection(word);
  }
}
