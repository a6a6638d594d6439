package countersign.address;

import countersign.address.line.DeliveryLine;
import countersign.address.line.DeliveryLine.Form;
import countersign.postal.Publication28;
import java.util.List;
import java.util.Set;

/**
 * Words for roads one behind another, which no street has: {@code 12 Main Street Road Avenue},
 * {@code 12 St St}. Two different ones are a name and its suffix: {@code Street Rd}. Pure.
 */
final class StackedRoads {
  private static final Set<String> ROADS =
      Set.of("ST", "RD", "AVE", "LN", "DR", "BLVD", "HWY", "CT");

  /** Abbreviations that are no name before a suffix. */
  private static final Set<String> ABBREVIATIONS = Set.of("ST", "RD", "AVE", "DR", "BLVD");

  private static final int TOO_MANY = 3;

  private StackedRoads() {}

  /**
   * Whether the street ends in more words for a road than a street has.
   *
   * @param state the stated state, of which the code may end the line: {@code Court St CT}
   */
  static boolean are(DeliveryLine line, String state) {
    if (line.form() != Form.SUFFIX) {
      return false;
    }
    List<String> street = line.street();
    int last = line.name();
    if (last < 1 || street.get(last).equals(state)) {
      return false;
    }
    String suffix = Publication28.abbreviate(street.get(last));
    int first = last;
    while (first >= 0 && ROADS.contains(Publication28.abbreviate(street.get(first)))) {
      first--;
    }
    boolean twice =
        Publication28.isRoad(suffix)
            && suffix.equals(Publication28.abbreviate(street.get(last - 1)));
    return twice || last - first >= TOO_MANY || isAbbreviation(street, last);
  }

  /** Whether the whole name is the abbreviation of a road: {@code 6 Ave St}. */
  private static boolean isAbbreviation(List<String> street, int name) {
    int first = 0;
    while (first < name && Publication28.isDirection(street.get(first))) {
      first++;
    }
    return first + 1 == name && ABBREVIATIONS.contains(street.get(first));
  }
}
