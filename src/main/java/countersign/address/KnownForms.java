package countersign.address;

import countersign.address.DeliveryLine.Form;
import countersign.postal.CountyRoads;
import countersign.postal.Lexicon;
import countersign.postal.Publication28;
import countersign.postal.Routes;
import countersign.postal.SecondaryUnits;
import countersign.postal.StateNames;
import countersign.postal.StreetWords;
import countersign.validation.Digits;
import countersign.validation.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The known forms of a street's name without a suffix behind it. A name in none of them is not
 * rejected; a person looks at it.
 */
final class KnownForms {
  private static final Set<String> LETTERED =
      Set.of(
          "AVENUE", "AVE", "AV", "ROAD", "HIGHWAY", "HWY", "ROUTE", "RTE", "RT", "SR", "SH", "CR",
          "CH", "FM");

  /** Words that are one letter from a suffix. */
  private static final Set<String> NO_SUFFIXES = Set.of("STATES", "CENTRO");

  private static final int ZIP_DIGITS = 5;
  private static final int FUZZY_FROM = 6;

  private KnownForms() {}

  /**
   * Reads the words between two indexes as a name.
   *
   * @return null if they are only a suffix, directions or numbers
   */
  static @Nullable StreetName read(List<String> line, int at, int end) {
    int road = road(line, at, end);
    if (road >= 0) {
      return road(line, at, road, end);
    }
    int from = pastDirections(line, at, end);
    int to = beforeDirections(line, from, end);
    if (from == to || isBareSuffix(line, from, to)) {
      return null;
    }
    boolean named = hasName(line, from, to);
    if (!named) {
      Form form = isGrid(line, at, end) ? Form.GRID : Form.NONE;
      return StreetName.at(form, line, at, end, end);
    }
    if (to - from > 1 && isMisspeltSuffix(line.get(to - 1))) {
      return StreetName.at(Form.SUFFIX, line, at, to - 1, to);
    }
    return StreetName.at(form(line, at, from, to, end), line, at, end, end);
  }

  private static Form form(List<String> line, int at, int from, int to, int end) {
    String last = line.get(to - 1);
    if (StreetWords.isCommon(last) || (to - from > 1 && StreetWords.isEnding(last))) {
      return Form.COMMON;
    }
    if (to - from == 1 && last.length() == 1) {
      return Form.NONE; // 44 A Unit 2
    }
    boolean beside = from > at || to < end || SecondaryUnits.hasId(line, end);
    return beside ? Form.BESIDE : Form.NONE;
  }

  /** Index of the thoroughfare or route with which the name starts; -1 if there is none. */
  private static int road(List<String> line, int at, int end) {
    int i = pastDirections(line, at, end);
    int state = i < end ? stateAt(line, i) : 0;
    if (state > 0 && i + state + 1 < end && Routes.isRoute(line, i + state)) {
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
                || Routes.isRoute(line, i));
    int county = road ? -1 : CountyRoads.behindCounty(line, i, end);
    if (county > 0 && isCountyNumber(line.get(county + 1))) {
      return county; // Weld County Road 74
    }
    boolean joined = i < end && !road && Routes.isJoined(line.get(i));
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
        && Routes.isLetters(letter)
        && !letter.equals("X")
        && !Publication28.isDirection(letter);
  }

  private static @Nullable StreetName road(List<String> line, int at, int road, int end) {
    if (Routes.isJoined(line.get(road))) {
      return StreetName.at(Form.THOROUGHFARE, line, at, road, road + 1);
    }
    if (StreetWords.isId(line.get(road + 1)) && !isDirectionOf(line, road)) {
      return StreetName.at(Form.THOROUGHFARE, line, at, road, road + 2);
    }
    boolean named = pastDirections(line, road + 1, end) < end;
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

  private static int pastDirections(List<String> line, int at, int end) {
    int i = at;
    while (i < end && Publication28.isDirection(line.get(i))) {
      i++;
    }
    return i;
  }

  private static int beforeDirections(List<String> line, int from, int end) {
    int i = end;
    while (i > from && Publication28.isDirection(line.get(i - 1))) {
      i--;
    }
    return i;
  }

  private static boolean isBareSuffix(List<String> line, int from, int to) {
    return to - from == 1
        && !StreetWords.isCommon(line.get(from))
        && !StreetWords.isAlsoName(line.get(from))
        && (Publication28.isSuffix(line.get(from)) || Publication28.isUnit(line.get(from)));
  }

  private static boolean hasName(List<String> line, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Presence.hasLetter(line.get(i)) && !Publication28.isDirection(line.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** A direction, a number and a direction behind the house number: {@code 842 E 1700 S}. */
  private static boolean isGrid(List<String> line, int at, int end) {
    return end - at == 3
        && Publication28.isDirection(line.get(at))
        && isGridStreet(line.get(at + 1))
        && Publication28.isDirection(line.get(at + 2));
  }

  /** Whether a number may be a street of a grid; below two hundred they are counted in fives. */
  private static boolean isGridStreet(String word) {
    return Digits.only(word)
        && word.length() < ZIP_DIGITS
        && (word.length() > 3 || (word.length() > 2 && word.charAt(0) > '1') || isFive(word));
  }

  private static boolean isFive(String word) {
    return word.endsWith("0") || word.endsWith("5");
  }

  private static boolean isMisspeltSuffix(String word) {
    if (word.length() < FUZZY_FROM - 1 || NO_SUFFIXES.contains(word)) {
      return false; // United States, not Estates
    }
    for (String suffix : Misspelt.LONG) {
      if (Math.abs(suffix.length() - word.length()) <= 1 && Lexicon.oneEditApart(suffix, word)) {
        return true;
      }
    }
    return false;
  }

  /** The suffixes that are long enough to be recognised with one wrong letter. */
  private static final class Misspelt {
    private static final List<String> LONG = new ArrayList<>();

    static {
      Publication28.suffixes().stream()
          .filter(word -> word.length() >= FUZZY_FROM)
          .sorted()
          .forEach(LONG::add);
    }
  }
}
