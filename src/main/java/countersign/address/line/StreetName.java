package countersign.address.line;

import countersign.address.line.DeliveryLine.Form;
import countersign.postal.Publication28;
import countersign.postal.RoadLetters;
import countersign.postal.StreetWords;
import countersign.postal.Words;
import countersign.postal.remark.Remarks;
import countersign.postal.unit.SecondaryUnits;
import countersign.validation.Digits;
import countersign.validation.Presence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The name of a street behind a house number: the words up to the last suffix of Publication 28 or
 * the first unit. A suffix counts only behind a name.
 *
 * @param form which known form the name has
 * @param words the name and its suffix
 * @param name number of words that are the name without the suffix
 * @param after words after the suffix, also units
 */
public record StreetName(Form form, List<String> words, int name, List<String> after) {

  /**
   * Reads the name.
   *
   * @param line words of a line
   * @param at index after the house number
   * @return null if there is no name: only a suffix, directions or numbers
   */
  public static @Nullable StreetName read(List<String> line, int at) {
    int end = at;
    int suffix = -1;
    boolean letter = false;
    boolean named = false;
    while (end < line.size()
        && !(named && SecondaryUnits.isFloor(line, end))
        && (!SecondaryUnits.begins(line, end)
            || isRoad(line, at, end)
            || isName(line, at, end)
            || isPlaced(line, at, end))) {
      letter |= Presence.hasLetter(line.get(end));
      named |= Presence.hasLetter(line.get(end)) && !Publication28.isDirection(line.get(end));
      if (end > at && Publication28.isSuffix(line.get(end)) && !isArticle(line, end)) {
        suffix = end;
      }
      end++;
    }
    if (!letter) {
      return null;
    }
    if (suffix < 0 || isNumbered(line, at, suffix, end)) {
      StreetName known = KnownForms.read(line, at, end);
      return known == null ? null : known.directed();
    }
    int last = throughLetters(line, suffix, end);
    StreetName name = at(Form.SUFFIX, line, at, suffix, last + 1).directed();
    return Remarks.isNorth(name.words(), name.name()) ? name.withNorth() : name;
  }

  /** The same name with N for NO: {@code No Michigan Ave}. */
  private StreetName withNorth() {
    List<String> north = new ArrayList<>(words);
    north.set(0, "N");
    return new StreetName(form, north, name, after);
  }

  /** Whether the street is a road that has a number or a letter as its name. */
  public boolean isNumberedRoad() {
    return form == Form.THOROUGHFARE && name < words.size();
  }

  /** The same name with N for NO behind it: {@code Main St No}. */
  private StreetName directed() {
    boolean north =
        !after.isEmpty()
            && after.get(0).equals("NO")
            && (isNumberedRoad() || (form == Form.SUFFIX && Publication28.isRoad(words.get(name))))
            && (after.size() == 1 || Publication28.isUnit(after.get(1)));
    if (!north) {
      return this;
    }
    List<String> behind = new ArrayList<>(after);
    behind.set(0, "N");
    return new StreetName(form, words, name, behind);
  }

  /** A name that ends at an index, with the rest of the line after it. */
  public static StreetName at(Form form, List<String> line, int from, int name, int to) {
    return new StreetName(form, line.subList(from, to), name - from, line.subList(to, line.size()));
  }

  /** Whether UN is the Spanish article before a noun, not UNION: {@code hay un perro}. */
  private static boolean isArticle(List<String> line, int at) {
    return line.get(at).equals("UN")
        && at + 1 < line.size()
        && line.get(at + 1).length() > 1
        && Presence.hasLetter(line.get(at + 1))
        && !Publication28.isUnit(line.get(at + 1))
        && !Publication28.isDirection(line.get(at + 1))
        && !Publication28.isSuffix(line.get(at + 1));
  }

  /** Whether RM is a ranch to market road and PIER a street, not a unit: {@code 330 RM 620}. */
  private static boolean isRoad(List<String> line, int at, int word) {
    return Words.all(line.subList(at, word), Publication28::isDirection)
        && word + 1 < line.size()
        && Digits.only(line.get(word + 1))
        && (line.get(word).equals("RM") ? line.get(word + 1).length() > 2 : isPier(line, word));
  }

  /** Whether the pier is all that is behind the house number: {@code 77 Pier 39 Ste 4}. */
  private static boolean isPier(List<String> line, int at) {
    return line.get(at).equals("PIER")
        && (at + 2 == line.size() || Publication28.isUnit(line.get(at + 2)));
  }

  /** Whether a unit's word is before a direction and a street: {@code 32 Rear S Main St}. */
  private static boolean isPlaced(List<String> line, int at, int word) {
    return word == at
        && StreetWords.isPlace(line.get(word))
        && word + 3 < line.size()
        && Publication28.isDirection(line.get(word + 1))
        && Words.any(line.subList(word + 3, line.size()), Publication28::isSuffix);
  }

  /** Whether a unit's word is the street's name: {@code 42 N Front}. */
  private static boolean isName(List<String> line, int at, int word) {
    boolean behind = word > at && Words.all(line.subList(at, word), Publication28::isDirection);
    return behind && StreetWords.isAlsoName(line.get(word));
  }

  /** Whether the line is a bare road with its number, such as ROAD 5 with a direction before. */
  private static boolean isNumbered(List<String> line, int at, int suffix, int end) {
    return suffix == at + 1
        && suffix + 1 < end
        && Publication28.isDirection(line.get(at))
        && StreetWords.isThoroughfare(line.get(suffix))
        && !(line.get(suffix).equals("LOOP") && Publication28.isDirection(line.get(suffix + 1)))
        && StreetWords.isId(line.get(suffix + 1));
  }

  /** Whether RR and its number follow, a second address: {@code 12 Oak Ct RR 2 Box 5}. */
  private static boolean isRoute(List<String> line, int at) {
    return line.get(at).equals("RR") && at + 1 < line.size() && Digits.any(line.get(at + 1));
  }

  /**
   * Includes doubled letters in the street's name: {@code County Road AA}, {@code Manor Ter EE}.
   */
  private static int throughLetters(List<String> line, int suffix, int end) {
    String next = suffix + 1 < end ? line.get(suffix + 1) : "";
    boolean letters = next.length() > 1 && RoadLetters.are(next) && !isRoute(line, suffix + 1);
    boolean named = !next.startsWith("X") || StreetWords.isQualifier(line.get(suffix - 1));
    return letters && named ? suffix + 1 : suffix;
  }
}
