package countersign.postal.unit;

import countersign.postal.CountingWords;
import countersign.postal.HouseNumber;
import countersign.postal.NumberWords;
import countersign.postal.Ordinals;
import countersign.postal.Words;
import countersign.validation.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes units of a building out of the words of a line, with one spelling of each: {@code APT 3B}
 * for {@code Apt 3-B}, {@code # 3B} and {@code Apt 3 B}, {@code FL 1} for {@code 1st Floor}. Pure.
 */
public final class UnitForms {
  private static final Set<String> UNITS =
      Set.of(
          "APT", "BLDG", "DEPT", "FL", "HNGR", "LOT", "LVL", "OFC", "PH", "PIER", "PMB", "RM",
          "SLIP", "SPC", "STE", "STOP", "TRLR", "UNIT");
  private static final String SIGN = "#";

  private UnitForms() {}

  /**
   * Removes the units.
   *
   * @param words in standard abbreviations
   * @param units receives a designator and an id for each unit
   * @return the words without the units
   */
  public static List<String> take(List<String> words, List<String> units) {
    if (!any(words)) {
      return words;
    }
    List<String> rest = new ArrayList<>(words);
    int before;
    do { // words that were separated may now be neighbours
      before = rest.size();
      countFloors(rest);
      takeOne(rest, units);
    } while (rest.size() < before);
    return rest;
  }

  /** The same for words at the start of a line, where an ordinal before FL is never a street. */
  public static List<String> takeFirst(List<String> words, List<String> units) {
    if (words.isEmpty() || !isOrdinalFloor(words, 0)) {
      return take(words, units);
    }
    List<String> rest = new ArrayList<>(words);
    asFloor(rest, 0);
    return take(rest, units);
  }

  private static boolean any(List<String> words) {
    for (String word : words) {
      if (UNITS.contains(word) || HouseNumber.isSign(word)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Rewrites {@code 1ST FL} to {@code FL 1}, unless an id follows: in {@code 412 1ST FL 3} the
   * floor is 3.
   */
  private static void countFloors(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (isOrdinalFloor(words, i) && id(words, i + 1) < 0) {
        asFloor(words, i);
      }
    }
  }

  private static boolean isOrdinalFloor(List<String> words, int at) {
    return at + 1 < words.size() && words.get(at + 1).equals("FL") && Ordinals.is(words.get(at));
  }

  private static void asFloor(List<String> words, int at) {
    words.set(at + 1, Ordinals.cardinal(words.get(at)));
    words.set(at, "FL");
  }

  /** Removes the first unit, if there is one. */
  private static void takeOne(List<String> words, List<String> units) {
    for (int i = 0; i < words.size(); i++) {
      int id = id(words, i);
      if (id > 0) {
        String designator = HouseNumber.isSign(words.get(i)) ? "APT" : words.get(i);
        String written = NumberWords.inDigits(List.of(words.get(id))).get(0);
        String number =
            designator.equals("FL") ? Ordinals.cardinal(written) : withoutZeros(joined(written));
        boolean letter = isLetterOfId(words, id);
        units.add(designator + " " + number + (letter ? words.get(id + 1) : ""));
        words.subList(i, letter ? id + 2 : id + 1).clear();
        return;
      }
    }
  }

  /**
   * Whether the next word belongs to a unit's id: the letter of a number or the number of a letter.
   */
  private static boolean isLetterOfId(List<String> words, int id) {
    boolean number =
        id + 1 < words.size()
            && words.get(id).length() == 1
            && Character.isLetter(words.get(id).charAt(0))
            && Digits.only(words.get(id + 1))
            && (id + 2 == words.size() || UNITS.contains(words.get(id + 2)));
    return number || isLetterOfNumber(words, id);
  }

  /** Whether the letter is the last word, or before a number or another unit. */
  private static boolean isLetterOfNumber(List<String> words, int id) {
    return id + 1 < words.size()
        && Digits.only(words.get(id))
        && words.get(id + 1).length() == 1
        && Character.isLetter(words.get(id + 1).charAt(0))
        && (id + 2 == words.size()
            || HouseNumber.isWritten(words.get(id + 2))
            || UNITS.contains(words.get(id + 2))
            || words.get(id + 2).equals(SIGN));
  }

  /** The id without a hyphen between a digit and a letter. */
  public static String joined(String id) {
    int hyphen = Math.max(id.indexOf('-'), id.indexOf('/'));
    boolean beside =
        hyphen > 0
            && hyphen + 1 < id.length()
            && Digits.isDigit(id.charAt(hyphen - 1)) != Digits.isDigit(id.charAt(hyphen + 1));
    return beside ? id.substring(0, hyphen) + joined(id.substring(hyphen + 1)) : id;
  }

  /** Whether the word is a number sign; NO and NUMBER are one before digits only. */
  private static boolean isSign(List<String> words, int at) {
    return words.get(at).equals(SIGN)
        || (HouseNumber.isSign(words.get(at))
            && at + 1 < words.size()
            && Digits.isDigit(words.get(at + 1).charAt(0)));
  }

  /** Index of the id of the unit designated at {@code at}; -1 if there is no unit. */
  private static int id(List<String> words, int at) {
    boolean unit = UNITS.contains(words.get(at));
    if (!unit && !isSign(words, at)) {
      return -1;
    }
    int id = at + 1;
    while (unit && id < words.size() && HouseNumber.isSign(words.get(id))) {
      id++;
    }
    return id < words.size() && isId(words.get(id)) ? id : -1;
  }

  /**
   * Whether the word is a unit's id: {@code 3}, {@code 12-B}, {@code 4C} or one letter, but not the
   * next word of a street's name.
   */
  private static boolean isId(String word) {
    return (word.length() == 1 && !word.equals(SIGN))
        || Digits.any(word)
        || CountingWords.at(List.of(word), 0) > 0;
  }

  /** Without leading zeros; one zero stays. */
  public static String withoutZeros(String id) {
    int at = 0;
    while (at + 1 < id.length() && id.charAt(at) == '0' && Digits.isDigit(id.charAt(at + 1))) {
      at++;
    }
    return id.substring(at);
  }

  /**
   * Writes UNIT as APT, unless both are there: which of the two names a dwelling's number, and
   * whether {@code #} replaces it, is the writer's choice (Publication 28, 213).
   *
   * @param units designators with their ids, which are changed
   */
  public static void unify(List<String> units) {
    long dwellings = units.stream().filter(UnitForms::isDwelling).count();
    boolean suite = Words.any(units, unit -> unit.startsWith("STE "));
    if (dwellings == 0 && suite) { // Ste 111 PMB 402 is Ste 111 # 402
      units.replaceAll(unit -> unit.startsWith("PMB ") ? "APT " + unit.substring(4) : unit);
    }
    if (dwellings == 1) {
      units.replaceAll(unit -> unit.startsWith("UNIT ") ? "APT " + unit.substring(5) : unit);
    }
  }

  private static boolean isDwelling(String unit) {
    return unit.startsWith("UNIT ") || unit.startsWith("APT ");
  }
}
