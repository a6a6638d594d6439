package countersign.address.line;

import countersign.address.line.DeliveryLine.Form;
import countersign.postal.MisspeltSuffixes;
import countersign.postal.Ordinals;
import countersign.postal.Publication28;
import countersign.postal.StreetWords;
import countersign.postal.unit.BuildingParts;
import countersign.postal.unit.SecondaryUnits;
import countersign.validation.Digits;
import countersign.validation.Presence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The known forms of a street's name without a suffix behind it. A name in none of them is not
 * rejected; a person looks at it.
 */
final class KnownForms {
  private static final int ZIP_DIGITS = 5;

  private KnownForms() {}

  /**
   * Reads the words between two indexes as a name.
   *
   * @return null if they are only a suffix, directions or numbers
   */
  static @Nullable StreetName read(List<String> line, int at, int end) {
    int road = RoadNames.start(line, at, end);
    if (road >= 0) {
      return RoadNames.read(line, at, road, end);
    }
    int from = RoadNames.pastDirections(line, at, end);
    int to = beforeDirections(line, from, end);
    if (from == to || isBareSuffix(line, from, to)) {
      return null;
    }
    boolean named = hasName(line, from, to);
    if (!named) {
      Form form = isGrid(line, at, end) ? Form.GRID : Form.NONE;
      return StreetName.at(form, line, at, end, end);
    }
    if (to - from > 1 && MisspeltSuffixes.is(line.get(to - 1))) {
      return StreetName.at(Form.SUFFIX, line, at, to - 1, to);
    }
    int id = end - 1;
    if (id > from && StreetWords.isCommon(line.get(id - 1)) && isId(line, id)) {
      return StreetName.at(Form.COMMON, line, at, id, id); // 1200 Grand Concourse 14B
    }
    return StreetName.at(form(line, at, from, to, end), line, at, end, end);
  }

  /** Whether the word ends the line and is a unit's id with a digit. */
  private static boolean isId(List<String> line, int at) {
    return at + 1 == line.size()
        && Digits.isDigit(line.get(at).charAt(0))
        && !Ordinals.is(line.get(at))
        && BuildingParts.isId(line.get(at));
  }

  private static Form form(List<String> line, int at, int from, int to, int end) {
    String last = line.get(to - 1);
    if (StreetWords.isCommon(last) || (to - from > 1 && StreetWords.isEnding(last))) {
      return Form.COMMON;
    }
    if (to - from == 1 && last.length() == 1) {
      return Form.NONE; // 44 A Unit 2
    }
    boolean beside = from > at || to < end || SecondaryUnits.isUnit(line, end);
    return beside ? Form.BESIDE : Form.NONE;
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
    if (word.length() == ZIP_DIGITS) {
      return Digits.only(word) && word.charAt(0) <= '2' && isFive(word); // 3347 W 12600 S
    }
    return Digits.only(word)
        && word.length() < ZIP_DIGITS
        && (word.length() > 3 || (word.length() > 2 && word.charAt(0) > '1') || isFive(word));
  }

  private static boolean isFive(String word) {
    return word.endsWith("0") || word.endsWith("5");
  }
}
