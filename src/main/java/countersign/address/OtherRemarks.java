package countersign.address;

import countersign.address.line.DeliveryLine;
import countersign.address.line.DeliveryLine.Form;
import countersign.address.line.ParsedAddress;
import countersign.postal.HouseNumber;
import countersign.postal.Institutions;
import countersign.postal.Publication28;
import countersign.postal.PuertoRico;
import countersign.postal.WordList;
import countersign.postal.Words;
import countersign.postal.remark.Remarks;
import countersign.postal.unit.SecondaryUnits;
import countersign.request.Request.Address;
import countersign.validation.Digits;
import java.util.List;
import java.util.Set;

/**
 * Remarks behind a box and on the line without the delivery line: {@code PO Box 12 closed}, {@code
 * 12 Oak St} with {@code Not 400 Pine Ave}. Pure.
 */
final class OtherRemarks {
  /** Last words of a post office's name, standard abbreviations. */
  private static final Set<String> POST_OFFICES = Set.of("STA", "STN", "ANX", "BR", "FINANCE");

  private static final Set<String> BOXES = Set.of("BOX", "BX");

  /** Places that have boxes, before a bare one, in standard abbreviations. */
  private static final Set<String> HOLDERS =
      Set.of(
          "HALL",
          "DORM",
          "COLLEGE",
          "UNIVERSITY",
          "SCHOOL",
          "CAMPUS",
          "CTR",
          "UN",
          "STUDENT",
          "STA",
          "STN",
          "BLDG",
          "HOUSE",
          "MAIL",
          "CALL",
          "CALLER",
          "LOCK");

  /** Words of a remark that also begin a building's or a unit's name. */
  private static final Set<String> ALSO_NAMES = Set.of("OLD", "LEFT", "LAST", "AREA");

  /**
   * Placeholders that leave the line open; the others on a line of their own say that it is empty.
   */
  private static final Set<String> OPEN =
      Set.of("TBD", "TBA", "PENDING", "UNCONFIRMED", "UNVERIFIED");

  private static final WordList LIST = WordList.read("clerks-words.txt");
  private static final Set<String> CUSTODY = LIST.words(23);
  private static final Set<String> REGISTERS = LIST.words(24);
  private static final Set<String> THINGS = LIST.words(25);
  private static final Set<String> PARTS = WordList.read("street-names.txt").words(14);
  private static final int INITIALS = 3;

  private static final List<String> OFFICE = List.of("POST", "OFFICE");

  private OtherRemarks() {}

  /** Whether there is a remark or a second address. */
  static boolean are(DeliveryLine line, ParsedAddress parsed, Address address) {
    return TwoAddresses.are(line)
        || isBehindBox(line, parsed.lines().state())
        || isThing(line, parsed)
        || isOnOtherLine(parsed)
        || TwoAddresses.isRemarkBesideSecond(parsed, address);
  }

  /**
   * Whether other words stand behind a box than a unit, a post office, an institution and a person
   * in whose care the mail is: {@code PO Box 12 sister}, {@code PO Box 12 Garcia}.
   */
  private static boolean isBehindBox(DeliveryLine line, String state) {
    boolean box =
        line.form() == Form.BOX || line.form() == Form.RURAL || line.form() == Form.MILITARY;
    List<String> after = line.after();
    if (!box || after.isEmpty() || (state.equals("PR") && PuertoRico.holds(after))) {
      return false;
    }
    return WordsAfterStreet.isTextBehindBox(after) && !isPostOffice(after) && !isRoad(line);
  }

  /** Whether a word makes another thing of a bare box: {@code Cardboard Box 1}. */
  private static boolean isThing(DeliveryLine line, ParsedAddress parsed) {
    List<String> before = line.before();
    List<String> words = parsed.first() ? parsed.lines().ownFirst() : parsed.lines().ownSecond();
    boolean bare =
        line.form() == Form.BOX
            && !before.isEmpty()
            && before.size() < words.size()
            && BOXES.contains(words.get(before.size()));
    return bare
        && before.get(before.size() - 1).length() > INITIALS // SU Box 903
        && SecondaryUnits.pastAll(before) < before.size()
        && !HOLDERS.contains(Publication28.abbreviate(before.get(before.size() - 1)))
        && !Institutions.isAddressee(before);
  }

  /** Whether the road of a rural route is behind its box: {@code RR 2 Box 18 Bryan Dairy Rd}. */
  private static boolean isRoad(DeliveryLine line) {
    List<String> after = line.after();
    List<String> name = after.subList(0, after.size() - 1);
    return line.form() == Form.RURAL
        && !name.isEmpty()
        && Publication28.isRoad(after.get(name.size()))
        && !Remarks.isName(name, true)
        && !Words.all(name, NamelessStreets::isGeneric);
  }

  /** Whether the words are a post office: {@code Midtown Station}, not {@code Police Station}. */
  private static boolean isPostOffice(List<String> words) {
    int end = words.size();
    if (end > 1 && words.subList(end - 2, end).equals(OFFICE)) {
      return true;
    }
    String last = words.get(end - 1);
    boolean lettered = words.size() > 1 && last.length() == 1; // Station A
    String office = lettered ? words.get(words.size() - 2) : last;
    return POST_OFFICES.contains(Publication28.abbreviate(office))
        && !Remarks.isPlace(words, words, false)
        && !Remarks.isName(words.subList(0, end - 1), true);
  }

  /** Whether a person in custody or a paper is named by its number: {@code TDCJ 1234567}. */
  private static boolean isRegister(List<String> other) {
    for (int i = 0; i < other.size(); i++) {
      if (CUSTODY.contains(other.get(i))
          || (REGISTERS.contains(other.get(i)) && hasNumber(other, i + 1))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a number follows, with or without a sign: {@code Case No. 12}. */
  private static boolean hasNumber(List<String> words, int from) {
    int at = from;
    while (at < words.size() && HouseNumber.isSign(words.get(at))) {
      at++;
    }
    return at < words.size() && Digits.any(words.get(at));
  }

  /** Whether a house is described, not a unit: {@code blue door}, but not {@code Side Door}. */
  private static boolean isThing(List<String> other) {
    int last = other.size() - 1;
    return last > 0 && THINGS.contains(other.get(last)) && !PARTS.contains(other.get(last - 1));
  }

  private static boolean isOnOtherLine(ParsedAddress parsed) {
    List<String> other = parsed.ownOther();
    return Remarks.isRemark(other)
        || isRegister(other)
        || (parsed.first()
            && !other.isEmpty()
            && ((Remarks.isBesideWord(other.get(0)) && !ALSO_NAMES.contains(other.get(0)))
                || OPEN.contains(other.get(0))
                || Words.all(other, Remarks::isBesideWord)
                || Remarks.isHome(other)
                || isThing(other)
                || BareNames.isCountry(other)));
  }
}
