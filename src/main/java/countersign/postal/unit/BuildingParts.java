package countersign.postal.unit;

import countersign.postal.CountingWords;
import countersign.postal.DateShapes;
import countersign.postal.HouseNumber;
import countersign.postal.Lexicon;
import countersign.postal.Ordinals;
import countersign.postal.Publication28;
import countersign.postal.RoadLetters;
import countersign.postal.WordList;
import countersign.postal.remark.Remarks;
import countersign.postal.road.JoinedRoads;
import countersign.postal.road.RoadQualifiers;
import countersign.validation.Digits;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Units and parts of a building behind a street: {@code Apt 3 B}, {@code Rear House}, {@code Dunham
 * Hall}. Pure.
 */
public final class BuildingParts {
  private static final WordList LIST = WordList.read("street-names.txt");

  /** Parts of a building that have no id, and the words of a unit's place. */
  private static final Set<String> PARTS = LIST.words(14);

  /** Words that may follow a road's number. */
  private static final Set<String> ROADS = Set.of("FRONTAGE", "SERVICE", "ACCESS", "RD", "ROAD");

  /** Words that designate a unit only before its id. */
  private static final Set<String> DESIGNATORS = LIST.words(15);

  private static final Set<String> HOUSES =
      Set.of("GUEST", "MAIN", "POOL", "SECOND", "OTHER", "TOP");
  private static final Set<String> BUILT = Set.of("HOUSE", "FLOOR");
  private static final Set<String> NO_HALLS =
      Set.of("CITY", "TOWN", "VILLAGE", "COUNTY", "MESS", "DANCE", "UNION", "POOL", "DINING");

  private static final Pattern SERIES = Pattern.compile("[A-Z0-9]{1,2}(-[A-Z0-9]{1,3}){1,3}");
  private static final Pattern PAIR = Pattern.compile("[0-9]{1,4}-[0-9]{1,4}"); // Ste 200-606
  private static final int LONGEST_ID = 7;
  private static final int ZIP_DIGITS = 5;
  private static final int MAX_LETTERS = 2;
  private static final int MAILBOX_DIGITS = 6;

  private BuildingParts() {}

  /**
   * Index after a direction, a unit with its id or a part of a building; {@code at} otherwise.
   *
   * @param road whether the street is a road with its number
   */
  public static int past(List<String> after, int at, boolean road) {
    String word = after.get(at);
    boolean house = at + 1 < after.size() && BUILT.contains(after.get(at + 1));
    if (house && (HOUSES.contains(word) || PARTS.contains(word))) {
      return at + 2; // Rear House, Main Floor
    }
    if (isHall(after, at)) {
      return at + 2;
    }
    if (Publication28.isUnit(word) || HouseNumber.isSign(word)) {
      int id = pastId(after, at);
      return word.equals("OFFICE") && id == at + 1 ? at : id; // a remark; OFC is a unit
    }
    if (DESIGNATORS.contains(word)) {
      int id = pastId(after, at);
      if (id > at + 1) {
        return id;
      }
    }
    if (road && JoinedRoads.isSecond(after, at)) {
      return at + 2; // US 11 & 15
    }
    boolean ofRoad = road && (ROADS.contains(word) || RoadQualifiers.is(word));
    boolean ordinal = Ordinals.is(Publication28.abbreviate(word));
    return ofRoad || ordinal || Publication28.isDirection(word) || PARTS.contains(word)
        ? at + 1
        : at;
  }

  /** Whether a hall with its name ends the line: {@code Rm 214 Dunham Hall}, not City Hall. */
  private static boolean isHall(List<String> after, int at) {
    String name = after.get(at);
    return at + 1 < after.size()
        && after.get(at + 1).equals("HALL")
        && (at + 2 == after.size() || Publication28.isUnit(after.get(at + 2)))
        && name.length() > 3
        && !Digits.any(name)
        && !Remarks.isNoun(name)
        && !NO_HALLS.contains(name)
        && !Lexicon.isClosed(name);
  }

  /** Index after a designator and its id, which may have two words: {@code Apt 3 B}. */
  private static int pastId(List<String> after, int at) {
    int id = at + 1;
    while (id < after.size() && HouseNumber.isSign(after.get(id))) {
      id++;
    }
    boolean written =
        id < after.size()
            && (isId(after.get(id))
                || PAIR.matcher(after.get(id)).matches()
                || isSeries(after.get(id))
                || isMailbox(after, id));
    if (written || CountingWords.at(after, id) > 0) {
      id++;
      while (id + 1 < after.size() && after.get(id).equals("AND") && isId(after.get(id + 1))) {
        id += 2;
      }
      if (id < after.size() && isId(after.get(id))) {
        id++;
      }
    }
    return id;
  }

  /**
   * Whether a private mailbox has more digits than a unit: {@code PMB 20655}, {@code Apt 12045}.
   */
  private static boolean isMailbox(List<String> after, int id) {
    return id + 1 == after.size()
        && after.get(id).length() <= MAILBOX_DIGITS
        && Digits.only(after.get(id));
  }

  /** Whether the word is an id of three parts: {@code D-12-3}. */
  private static boolean isSeries(String word) {
    return word.indexOf('-') > 0 && SERIES.matcher(word).matches();
  }

  /** Whether the word is a unit's id: a number or a letter, or both. */
  public static boolean isId(String word) {
    if (!Digits.any(word)) {
      return word.length() == 1 || (RoadLetters.are(word) && !word.equals("RR"));
    }
    return word.length() <= LONGEST_ID && !DateShapes.isLong(word) && isShort(word);
  }

  /** Whether the word has fewer digits than a ZIP and at most two letters. */
  private static boolean isShort(String word) {
    int digits = 0;
    int letters = 0;
    for (int i = 0; i < word.length(); i++) {
      digits += Character.isDigit(word.charAt(i)) ? 1 : 0;
      letters += Character.isLetter(word.charAt(i)) ? 1 : 0;
    }
    return digits < ZIP_DIGITS && letters <= MAX_LETTERS;
  }
}
