package countersign.address;

import countersign.postal.unit.NamedBuildings;
import countersign.postal.unit.PlaceWords;
import java.util.ArrayList;
import java.util.List;

/**
 * Parts of an address that an address without them agrees with: the name of a building, the number
 * of a company, a word that may be a unit or the end of a name. A mark before a part says so. Pure.
 */
final class NamedParts {
  private static final String MARK = "?";

  /** Before a number that belongs to a name: {@code Motel 6}. */
  private static final String OF_NAME = "OF ";

  private NamedParts() {}

  /** The part, marked as one that may be missing. */
  static String optional(String part) {
    return MARK + part;
  }

  /** The number that belongs to a name, marked as one that may be missing. */
  static String ofName(String part) {
    return MARK + OF_NAME + part;
  }

  /** Whether the part is marked. */
  static boolean isOptional(String part) {
    return part.startsWith(MARK);
  }

  /** The parts without their marks. */
  static List<String> unmarked(List<String> parts) {
    return parts.stream().map(part -> isOptional(part) ? part.substring(1) : part).toList();
  }

  /**
   * Removes units without an id and buildings from the end of an addressee or of the other line.
   *
   * @param words in standard abbreviations, which are changed
   * @param units receives each unit
   * @param named receives what may be missing
   */
  static void takeBehind(List<String> words, List<String> units, List<String> named) {
    List<String> ofName = new ArrayList<>();
    PlaceWords.take(words, units, ofName);
    ofName.forEach(part -> named.add(optional(part)));
    takeBuildings(words, named);
  }

  /** Removes the buildings with a name. */
  static void takeBuildings(List<String> words, List<String> named) {
    List<String> buildings = new ArrayList<>();
    NamedBuildings.take(words, buildings);
    buildings.forEach(building -> named.add(optional(building)));
  }
}
