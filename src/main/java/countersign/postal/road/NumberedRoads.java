package countersign.postal.road;

import countersign.postal.HouseNumber;
import countersign.postal.Publication28;
import countersign.postal.RoadLetters;
import countersign.validation.Digits;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Numbered roads: a designator such as HIGHWAY, CR or I, followed by a number or by letters. The
 * number of a road is never a house number. Pure.
 */
public final class NumberedRoads {
  /** Designators of one word, in standard abbreviations. */
  private static final Set<String> DESIGNATORS =
      Set.of(
          "I",
          "IH",
          "US",
          "SR",
          "SH",
          "FM",
          "RM",
          "CR",
          "CH",
          "TR",
          "CSAH",
          "FR",
          "FS",
          "BIA",
          "HWY",
          "RTE",
          "EXIT",
          "MM",
          "MILE",
          "MILEPOST",
          "MARKER",
          "INTERSTATE",
          "KM");

  /** Designators that take letters as id too. */
  private static final Set<String> LETTERED = Set.of("CR", "CH", "HWY", "RTE", "SR", "SH", "FM");

  /** A secondary road of South Carolina with its county's number: {@code S-20-56}. */
  private static final Pattern SECONDARY = Pattern.compile("S-[0-9]{1,2}-[0-9]{1,4}");

  /** Words before RM that make it a room: {@code Pillsbury Hall Rm 106}. */
  private static final Set<String> ROOMS = Set.of("HALL", "BLDG", "BUILDING", "TOWER", "CENTER");

  private NumberedRoads() {}

  /** Whether a road's designator and its number are at {@code at}. */
  public static boolean isRoute(List<String> line, int at) {
    String next = at + 1 < line.size() ? line.get(at + 1) : "";
    return isId(line.get(at), next) || isJoined(line.get(at));
  }

  private static boolean isId(String designator, String id) {
    if (!Digits.any(id)) {
      return !id.isEmpty()
          && RoadLetters.are(id)
          && LETTERED.contains(Publication28.abbreviate(designator));
    }
    return (DESIGNATORS.contains(Publication28.abbreviate(designator))
            && !designator.equals("ROOM"))
        || RoadLetters.areInitials(designator);
  }

  /** A road in one word: {@code A1A}, {@code KY-15}. */
  public static boolean isJoined(String word) {
    int last = word.length() - 1;
    if (word.startsWith("S-") && SECONDARY.matcher(word).matches()) {
      return true;
    }
    if (last < 2 || !Character.isLetter(word.charAt(0)) || HouseNumber.isWritten(word)) {
      return false;
    }
    if (Character.isLetter(word.charAt(last))) {
      return Digits.only(word.substring(1, last));
    }
    int hyphen = word.indexOf('-');
    return (hyphen == 1 || hyphen == 2)
        && Character.isLetter(word.charAt(hyphen - 1))
        && Digits.only(word.substring(hyphen + 1));
  }

  /** Whether one of the words between two indexes starts a numbered road. */
  public static boolean within(List<String> line, int from, int to) {
    for (int i = from; i < to; i++) {
      boolean room = i > from && ROOMS.contains(line.get(i - 1)) && line.get(i).equals("RM");
      if (isRoute(line, i) && !room) {
        return true;
      }
    }
    return false;
  }
}
