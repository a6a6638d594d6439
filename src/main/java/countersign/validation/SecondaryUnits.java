package countersign.validation;

import java.util.List;
import java.util.Set;

/** Where a unit of a building is designated in a line, and where the same word is a street's. */
final class SecondaryUnits {
  private static final Set<String> WITHOUT_ID =
      Set.of("BSMT", "FRNT", "LBBY", "LOWR", "OFC", "PH", "REAR", "SIDE", "UPPR");

  /** Designators that are a street's name as well, unless an id or nothing follows. */
  private static final Set<String> ALSO_NAMES =
      Set.of(
          "BSMT", "FL", "FRNT", "HNGR", "LBBY", "LOT", "LOWR", "OFC", "PH", "PIER", "REAR", "SIDE",
          "SLIP", "SPC", "STOP", "TRLR", "UNIT", "UPPR");

  private SecondaryUnits() {}

  /** The place after all unit designators and their ids that a line begins with. */
  static int pastAll(List<String> line) {
    int at = 0;
    int before;
    do {
      before = at;
      at = past(line, before);
    } while (at > before);
    return at;
  }

  /** The place after a unit designator and its id that stand at {@code at}, else {@code at}. */
  private static int past(List<String> line, int at) {
    if (at >= line.size()) {
      return at;
    }
    if (DeliveryLine.isOrdinal(line.get(at))) { // 1st floor
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
    int id = at + 1 < line.size() && line.get(at + 1).equals("#") ? at + 2 : at + 1;
    return id < line.size() && isId(line.get(id)) ? id + 1 : at;
  }

  /** Whether the word at {@code at} is the id of a unit, of words that begin at {@code start}. */
  static boolean isDesignated(List<String> line, int start, int at) {
    return at > start && Publication28.isUnit(line.get(at - 1));
  }

  /**
   * Whether the word at {@code at} designates a unit, and not a street as in {@code 100 Front St}
   * or {@code 9 Unit Drive}.
   */
  static boolean begins(List<String> line, int at) {
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
    return word.length() == 1 || Digits.any(word);
  }
}
