package countersign.address;

import countersign.address.DeliveryLine.Form;
import countersign.postal.CountingWords;
import countersign.postal.DateShapes;
import countersign.postal.HouseNumber;
import countersign.postal.Institutions;
import countersign.postal.Lexicon;
import countersign.postal.Ordinals;
import countersign.postal.Publication28;
import countersign.postal.RoadQualifiers;
import countersign.postal.Routes;
import countersign.postal.StreetWords;
import countersign.postal.WordList;
import countersign.validation.Digits;
import java.util.List;
import java.util.Set;

/**
 * The words behind a complete street. Units, directions, an id of a unit and an addressee in whose
 * care the mail is belong there; any other text is a remark, another city or a second address.
 * Pure.
 */
final class BehindStreet {
  private static final WordList LIST = WordList.read("street-names.txt");

  /** Parts of a building that have no id, and the words of a unit's place. */
  private static final Set<String> PARTS = LIST.words(14);

  /** Words that may follow a road's number. */
  private static final Set<String> ROADS = Set.of("FRONTAGE", "SERVICE", "ACCESS", "RD", "ROAD");

  /** Words that designate a unit only before its id. */
  private static final Set<String> DESIGNATORS = LIST.words(15);

  private static final Set<String> CONTACTS = Set.of("CODE", "PHONE", "TEL", "CELL", "CALL", "FAX");
  private static final Set<String> MAIL = Set.of("COM", "ORG", "NET", "GOV", "EDU", "MX");
  private static final Set<String> HOUSES =
      Set.of("GUEST", "MAIN", "POOL", "SECOND", "OTHER", "TOP");
  private static final Set<String> BUILT = Set.of("HOUSE", "FLOOR");
  private static final Set<String> NO_HALLS =
      Set.of("CITY", "TOWN", "VILLAGE", "COUNTY", "MESS", "DANCE", "UNION", "POOL", "DINING");
  private static final Set<String> STREETS =
      Set.of("ST", "RD", "AVE", "DR", "LN", "BLVD", "CT", "HWY", "WAY");

  private static final Set<String> FOREIGN_WAYS = Set.of("RUE", "RUA", "VIA", "CALLE", "PASEO");

  private static final int LONGEST_ID = 7;
  private static final int ZIP_DIGITS = 5;
  private static final int MAILBOX_DIGITS = 6;

  private BehindStreet() {}

  /** Whether the words behind the street are neither a unit nor an addressee. */
  static boolean isText(DeliveryLine line) {
    if (line.form() != Form.SUFFIX && !line.isNumberedRoad()) {
      return false;
    }
    if (isSecondStreet(line.nameWords())) {
      return true;
    }
    boolean name =
        isName(line)
            || isLetterOfRoad(line)
            || isNamedWay(line)
            || isNamedAfterSaint(line)
            || Institutions.named(line.streetAndAfter(), line.street().size());
    return !name && isText(line.after(), line.isNumberedRoad());
  }

  /**
   * Whether line 2 behind a street is no unit although it has a number: a date, a telephone number,
   * {@code gate code 1234}. Without a number it may be a person or a building.
   */
  static boolean isOnOtherLine(DeliveryLine line, ParsedAddress parsed) {
    List<String> other = parsed.ownOther();
    boolean contact =
        other.stream().anyMatch(word -> DateShapes.isLong(word) || ofContacts(other, word));
    return parsed.first()
        && line.form() == Form.SUFFIX
        && !parsed.lines().state().equals("PR")
        && contact;
  }

  private static boolean ofContacts(List<String> words, String word) {
    return (CONTACTS.contains(word) && words.stream().anyMatch(Digits::any))
        || (word.equals("AT") && words.size() > 2 && MAIL.contains(words.get(words.size() - 1)));
  }

  private static boolean isText(List<String> words, boolean road) {
    List<String> after = StatedLines.withoutCountry(words);
    int end = Institutions.careOf(after);
    int at = 0;
    boolean known = false;
    while (at < (end < 0 ? after.size() : end)) {
      int next = pastKnown(after, at, road);
      if (next == at && (known || !isId(after.get(at)))) {
        return true;
      }
      known |= next == at;
      at = Math.max(next, at + 1);
    }
    return false;
  }

  /** Whether a second house number is in the name: {@code 12 Oak St no 14 Elm St}. */
  private static boolean isSecondStreet(List<String> name) {
    for (int i = 2; i < name.size(); i++) {
      boolean number = Digits.only(name.get(i)) || name.get(i).equals("NO");
      if (number && Publication28.isRoad(name.get(i - 1)) && i + 1 < name.size()) {
        return true;
      }
    }
    return false;
  }

  /** Whether the street ends in a word that is a suffix in practice: {@code Quail Hollow Close}. */
  private static boolean isName(DeliveryLine line) {
    return line.form() == Form.SUFFIX
        && line.after().size() == 1
        && (StreetWords.isEnding(line.after().get(0)) || StreetWords.isCommon(line.after().get(0)))
        && !STREETS.contains(Publication28.abbreviate(line.street().get(line.name())));
  }

  /** Whether a word such as VIA is not the suffix but begins the name: {@code E Via Entrada}. */
  private static boolean isNamedWay(DeliveryLine line) {
    return StreetWords.isThoroughfare(line.street().get(line.street().size() - 1))
        && line.nameWords().stream().allMatch(Publication28::isDirection);
  }

  /** Whether the suffix is the word Saint inside a name: {@code Rue Saint-André}. */
  private static boolean isNamedAfterSaint(DeliveryLine line) {
    return line.nameWords().size() == 1
        && FOREIGN_WAYS.contains(line.nameWords().get(0))
        && Publication28.abbreviate(line.street().get(line.street().size() - 1)).equals("ST")
        && line.after().size() == 1;
  }

  /** Whether two letters are a county road's name: {@code County Road AB}. */
  private static boolean isLetterOfRoad(DeliveryLine line) {
    return line.form() == Form.SUFFIX
        && line.after().size() == 1
        && line.after().get(0).length() == 2
        && RoadKinds.are(line.nameWords());
  }

  /** Whether the words are only the id of a unit without its designator: {@code 12 Oak St 3B}. */
  static boolean isLoneId(List<String> words) {
    return words.size() == 1
        && isId(words.get(0))
        && !HouseNumber.isSign(words.get(0))
        && !Ordinals.is(words.get(0))
        && !Publication28.isDirection(words.get(0));
  }

  /** Index after a direction, a unit with its id or a part of a building; {@code at} otherwise. */
  private static int pastKnown(List<String> after, int at, boolean road) {
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
    boolean ofRoad = road && (ROADS.contains(word) || RoadQualifiers.is(word));
    boolean ordinal = Ordinals.is(Publication28.abbreviate(word));
    return ofRoad || ordinal || Publication28.isDirection(word) || PARTS.contains(word)
        ? at + 1
        : at;
  }

  /** Whether a hall with its name ends the line: {@code Rm 214 Dunham Hall}, not City Hall. */
  private static boolean isHall(List<String> after, int at) {
    String name = after.get(at);
    return at + 2 == after.size()
        && after.get(at + 1).equals("HALL")
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
            && (isId(after.get(id)) || isSeries(after.get(id)) || isMailbox(after, id));
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

  /** Whether a private mailbox has more digits than a unit: {@code PMB 20655}, {@code # 55812}. */
  private static boolean isMailbox(List<String> after, int id) {
    String designator = after.get(id - 1);
    return (designator.equals("#") || designator.equals("PMB"))
        && id + 1 == after.size()
        && after.get(id).length() <= MAILBOX_DIGITS
        && Digits.only(after.get(id));
  }

  /** Whether the word is an id of three parts: {@code D-12-3}. */
  private static boolean isSeries(String word) {
    return word.matches("[A-Z0-9]{1,2}(-[A-Z0-9]{1,3}){1,3}");
  }

  /** Whether the word is a unit's id: a number or a letter, or both. */
  private static boolean isId(String word) {
    if (!Digits.any(word)) {
      return word.length() == 1 || (Routes.isLetters(word) && !word.equals("RR"));
    }
    return word.length() <= LONGEST_ID
        && !DateShapes.isLong(word)
        && word.chars().filter(Character::isDigit).count() < ZIP_DIGITS
        && word.chars().filter(Character::isLetter).count() < 3;
  }
}
