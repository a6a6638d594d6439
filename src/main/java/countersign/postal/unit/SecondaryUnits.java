package countersign.postal.unit;

import countersign.postal.HouseNumber;
import countersign.postal.Ordinals;
import countersign.postal.Publication28;
import countersign.validation.Digits;
import countersign.validation.Presence;
import java.util.List;
import java.util.Set;

/** Finds units of a building in a line, and distinguishes them from streets with the same name. */
public final class SecondaryUnits {
  private static final Set<String> WITHOUT_ID =
      Set.of("BSMT", "FRNT", "LBBY", "LOWR", "OFC", "PH", "REAR", "SIDE", "UPPR");

  private static final Set<String> PLACES = Set.of("BSMT", "LOWR", "PH", "REAR", "UPPR");

  /** Designators that are street names too, unless an id or nothing follows. */
  private static final Set<String> ALSO_NAMES =
      Set.of(
          "BSMT", "FL", "FRNT", "HNGR", "LBBY", "LOT", "LOWR", "LVL", "OFC", "PH", "PIER", "REAR",
          "SIDE", "SLIP", "SPC", "STE", "STOP", "TRLR", "UNIT", "UPPR");

  private SecondaryUnits() {}

  /** Index after all unit designators and ids at the start of the line. */
  public static int pastAll(List<String> line) {
    int at = 0;
    int before;
    do {
      before = at;
      at = past(line, before);
    } while (at > before);
    return at;
  }

  /** Index after the unit designator and id at {@code at}; {@code at} if there is none. */
  private static int past(List<String> line, int at) {
    if (at >= line.size()) {
      return at;
    }
    if (Ordinals.is(Publication28.abbreviate(line.get(at)))) { // for example 1st floor
      boolean floor =
          at + 1 < line.size() && Publication28.abbreviate(line.get(at + 1)).equals("FL");
      return floor ? at + 2 : at;
    }
    if (!Publication28.isUnit(line.get(at))) {
      return at;
    }
    if (WITHOUT_ID.contains(Publication28.abbreviate(line.get(at)))) {
      return at + 1;
    }
    int id = id(line, at);
    return id > 0 ? pastLetter(line, id) : at;
  }

  /** Index of the id of the unit designated at {@code at}; -1 if it has none. */
  private static int id(List<String> line, int at) {
    int id = at + 1;
    while (id < line.size() && HouseNumber.isSign(line.get(id))) {
      id++;
    }
    return id < line.size() && isId(line.get(id)) ? id : -1;
  }

  /** Index after the id, and after the letter that belongs to it: {@code Apt 3 B 412 Oak St}. */
  private static int pastLetter(List<String> line, int id) {
    boolean letter =
        id + 2 < line.size()
            && Digits.only(line.get(id))
            && line.get(id + 1).length() == 1
            && Presence.hasLetter(line.get(id + 1))
            && HouseNumber.isWritten(line.get(id + 2));
    return letter ? id + 2 : id + 1;
  }

  /** Whether a unit with its id is at {@code at}. */
  public static boolean hasId(List<String> line, int at) {
    return at < line.size() && Publication28.isUnit(line.get(at)) && id(line, at) > 0;
  }

  /**
   * Whether a unit is at {@code at} that a name before it makes known: with its id, an ordinal
   * floor, or a place that needs no id at the end of the line.
   */
  public static boolean isUnit(List<String> line, int at) {
    return hasId(line, at)
        || isFloor(line, at)
        || (at + 1 == line.size() && PLACES.contains(Publication28.abbreviate(line.get(at))));
  }

  /** Whether the word is a unit that never has an id: {@code Rear}, {@code Basement}. */
  public static boolean isPlace(String word) {
    String unit = Publication28.abbreviate(word);
    return unit.equals("FRNT") || (PLACES.contains(unit) && !unit.equals("PH"));
  }

  /** Whether an ordinal floor is at {@code at}: {@code 2nd Fl}, {@code Second Floor}. */
  public static boolean isFloor(List<String> line, int at) {
    return at + 1 < line.size()
        && Ordinals.is(Publication28.abbreviate(line.get(at)))
        && Publication28.abbreviate(line.get(at + 1)).equals("FL")
        && (at + 2 == line.size() || !isId(line.get(at + 2)));
  }

  /** Whether the word at {@code at} is a unit's id, in words that start at {@code start}. */
  public static boolean isDesignated(List<String> line, int start, int at) {
    return at > start && Publication28.isUnit(line.get(at - 1));
  }

  /**
   * Whether the word at {@code at} designates a unit, not a street as in {@code 100 Front St} or
   * {@code 9 Unit Drive}.
   */
  public static boolean begins(List<String> line, int at) {
    String word = line.get(at);
    if (!Publication28.isUnit(word)) {
      return false;
    }
    boolean named =
        at + 1 < line.size()
            && ALSO_NAMES.contains(Publication28.abbreviate(word))
            && !isId(line.get(at + 1))
            && !Publication28.isUnit(line.get(at + 1));
    return !named;
  }

  private static boolean isId(String word) {
    String standard = Publication28.abbreviate(word);
    return standard.length() == 1 || Digits.any(standard);
  }
}
