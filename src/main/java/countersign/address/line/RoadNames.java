package countersign.address.line;

import countersign.address.line.DeliveryLine.Form;
import countersign.postal.Publication28;
import countersign.postal.RoadLetters;
import countersign.postal.StateNames;
import countersign.postal.StreetWords;
import countersign.postal.road.CountyRoads;
import countersign.postal.road.NumberedRoads;
import countersign.validation.Digits;
import countersign.validation.Presence;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names that begin with a word for a road: {@code Highway 6}, {@code Calle Luna}, {@code Weld
 * County Road 74}, {@code Street C}. Pure.
 */
final class RoadNames {
  private static final Set<String> LETTERED =
      Set.of(
          "AVENUE", "AVE", "AV", "ROAD", "HIGHWAY", "HWY", "ROUTE", "RTE", "RT", "SR", "SH", "CR",
          "CH", "FM");

  private static final int ZIP_DIGITS = 5;

  private RoadNames() {}

  /** Index of the thoroughfare or route with which the name starts; -1 if there is none. */
  static int start(List<String> line, int at, int end) {
    int i = pastDirections(line, at, end);
    int state = i < end ? stateAt(line, i) : 0;
    if (state > 0 && i + state + 1 < end && NumberedRoads.isRoute(line, i + state)) {
      return i + state; // New York State Route 9
    }
    while (i + 1 < end && StreetWords.isQualifier(line.get(i)) && !isRoadNumber(line.get(i + 1))) {
      i++;
    }
    boolean road =
        i + 1 < end
            && (StreetWords.isThoroughfare(line.get(i))
                || (StreetWords.isNumbered(line.get(i)) && isRoadNumber(line.get(i + 1)))
                || isLettered(line, i, end)
                || NumberedRoads.isRoute(line, i));
    int county = road ? -1 : CountyRoads.behindCounty(line, i, end);
    if (county > 0 && isCountyNumber(line.get(county + 1))) {
      return county; // Weld County Road 74
    }
    boolean joined = i < end && !road && NumberedRoads.isJoined(line.get(i));
    return road || joined ? i : -1;
  }

  /** How many words are the name or the code of a state. */
  private static int stateAt(List<String> line, int at) {
    return StateNames.of(line.get(at)).isEmpty() ? StateNames.lengthAt(line, at) : 1;
  }

  /** Whether a road's word and its letter are the whole name: {@code 333 Street C}. */
  private static boolean isLettered(List<String> line, int at, int end) {
    String letter = line.get(at + 1);
    return at + 2 == end
        && Publication28.isRoad(line.get(at))
        && letter.length() == 1
        && RoadLetters.are(letter)
        && !letter.equals("X")
        && !Publication28.isDirection(letter);
  }

  /**
   * Reads the name with the road at {@code road}.
   *
   * @return null if the road has neither a number nor a name
   */
  static @Nullable StreetName read(List<String> line, int at, int road, int end) {
    if (NumberedRoads.isJoined(line.get(road))) {
      return StreetName.at(Form.THOROUGHFARE, line, at, road, road + 1);
    }
    if (StreetWords.isId(line.get(road + 1)) && !isDirectionOf(line, road)) {
      return StreetName.at(Form.THOROUGHFARE, line, at, road, road + 2);
    }
    boolean named = pastDirections(line, road + 1, end) < end;
    if (!named && road == at && StreetWords.isCommon(line.get(road))) {
      return StreetName.at(Form.COMMON, line, at, end, end); // 441 Boulevard SE
    }
    return named ? StreetName.at(Form.THOROUGHFARE, line, at, end, end) : null;
  }

  /**
   * Whether the word after a road is its direction, not its letter: {@code 12 Rd N}, but {@code
   * Avenue N} is a name.
   */
  private static boolean isDirectionOf(List<String> line, int road) {
    return Publication28.isDirection(line.get(road + 1))
        && !LETTERED.contains(line.get(road))
        && (road == 0 || !StreetWords.isQualifier(line.get(road - 1)));
  }

  /** At most four digits, so that a state with its ZIP is no road. */
  private static boolean isRoadNumber(String word) {
    return word.length() < ZIP_DIGITS && Digits.only(word);
  }

  /** Also with a letter: {@code Larimer County Road 54G}. */
  private static boolean isCountyNumber(String word) {
    int last = word.length() - 1;
    return isRoadNumber(word)
        || (last > 0 && Presence.hasLetter(word) && isRoadNumber(word.substring(0, last)));
  }

  /** Index after the directions at {@code at}. */
  static int pastDirections(List<String> line, int at, int end) {
    int i = at;
    while (i < end && Publication28.isDirection(line.get(i))) {
      i++;
    }
    return i;
  }
}
