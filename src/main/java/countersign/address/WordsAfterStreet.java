package countersign.address;

import countersign.address.line.DeliveryLine;
import countersign.address.line.DeliveryLine.Form;
import countersign.address.line.ParsedAddress;
import countersign.address.line.StatedLines;
import countersign.postal.DateShapes;
import countersign.postal.HouseNumber;
import countersign.postal.Institutions;
import countersign.postal.Ordinals;
import countersign.postal.Publication28;
import countersign.postal.StreetWords;
import countersign.postal.Words;
import countersign.postal.unit.BuildingParts;
import countersign.validation.Digits;
import java.util.List;
import java.util.Set;

/**
 * The words behind a complete street. Units, directions, an id of a unit and an addressee in whose
 * care the mail is belong there; any other text is a remark, another city or a second address.
 * Pure.
 */
final class WordsAfterStreet {
  private static final Set<String> CONTACTS = Set.of("CODE", "PHONE", "TEL", "CELL", "CALL", "FAX");
  private static final Set<String> MAIL = Set.of("COM", "ORG", "NET", "GOV", "EDU", "MX");
  private static final Set<String> STREETS =
      Set.of("ST", "RD", "AVE", "DR", "LN", "BLVD", "CT", "HWY", "WAY");

  private static final Set<String> FOREIGN_WAYS = Set.of("RUE", "RUA", "VIA", "CALLE", "PASEO");

  private WordsAfterStreet() {}

  /** Whether the words behind the street are neither a unit nor an addressee. */
  static boolean isText(DeliveryLine line) {
    if (line.after().isEmpty() || (line.form() != Form.SUFFIX && !line.isNumberedRoad())) {
      return false;
    }
    boolean name =
        isName(line)
            || isLetterOfRoad(line)
            || isNamedWay(line)
            || isNamedAfterSaint(line)
            || Institutions.named(line.streetAndAfter(), line.street().size());
    return !name && isText(line.after(), line.isNumberedRoad());
  }

  /** Whether the words behind a box are neither a unit nor an addressee nor an institution. */
  static boolean isTextBehindBox(List<String> after) {
    return !Institutions.named(after) && isText(after, false);
  }

  /**
   * Whether line 2 behind a street is no unit although it has a number: a date, a telephone number,
   * {@code gate code 1234}. Without a number it may be a person or a building.
   */
  static boolean isOnOtherLine(DeliveryLine line, ParsedAddress parsed) {
    List<String> other = parsed.ownOther();
    boolean contact = Words.any(other, word -> DateShapes.isLong(word) || ofContacts(other, word));
    return parsed.first()
        && line.form() == Form.SUFFIX
        && !parsed.lines().state().equals("PR")
        && contact;
  }

  private static boolean ofContacts(List<String> words, String word) {
    return (CONTACTS.contains(word) && Words.any(words, Digits::any))
        || (word.equals("AT") && words.size() > 2 && MAIL.contains(words.get(words.size() - 1)));
  }

  private static boolean isText(List<String> words, boolean road) {
    List<String> after = StatedLines.withoutCountry(words);
    int end = Institutions.careOf(after);
    int at = 0;
    boolean known = false;
    while (at < (end < 0 ? after.size() : end)) {
      int next = BuildingParts.past(after, at, road);
      if (next == at && (known || !BuildingParts.isId(after.get(at)))) {
        return true;
      }
      known |= next == at;
      at = Math.max(next, at + 1);
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
        && Words.all(line.nameWords(), Publication28::isDirection);
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
        && BuildingParts.isId(words.get(0))
        && !HouseNumber.isSign(words.get(0))
        && !Ordinals.is(words.get(0))
        && !Publication28.isDirection(words.get(0));
  }
}
