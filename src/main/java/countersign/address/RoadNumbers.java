package countersign.address;

import countersign.address.line.DeliveryLine;
import countersign.address.line.DeliveryLine.Form;
import countersign.postal.Institutions;
import countersign.postal.NameWords;
import countersign.postal.Publication28;
import countersign.postal.PuertoRico;
import countersign.postal.WordList;
import countersign.postal.Words;
import countersign.postal.remark.Remarks;
import countersign.postal.road.NumberedRoads;
import countersign.postal.road.RoadQualifiers;
import countersign.postal.road.StateRoads;
import countersign.postal.unit.SecondaryUnits;
import countersign.validation.Digits;
import java.util.List;
import java.util.Set;

/**
 * Distinguishes numbered roads from forms and remarks that look like one: {@code I-589}, {@code 5
 * IN 30 days}. Pure.
 */
final class RoadNumbers {
  private static final Set<String> INTERSTATES = WordList.read("street-names.txt").words(7);

  /** Marks beside a road, with their number no road's name: {@code 12 Km 5}. */
  private static final Set<String> MARKS = Set.of("EXIT", "MM", "MILE", "MILEPOST", "MARKER", "KM");

  /** Words that may follow a road's number. */
  private static final Set<String> FOLLOWING = Set.of("FRONTAGE", "SERVICE", "ACCESS", "AND");

  private static final Set<String> COMPANIES = WordList.read("street-names.txt").words(9);

  private RoadNumbers() {}

  /**
   * Whether the road's number is probably none.
   *
   * @param state the stated state, upper case
   */
  static boolean isDoubtful(DeliveryLine line, String state) {
    List<String> street = line.street();
    if (street.get(line.name()).equals("CALLE") && street.get(street.size() - 1).matches("X+")) {
      return true;
    }
    String designator = street.get(line.name());
    boolean mile = designator.equals("MILE") && line.name() > 0; // N Mile 14 is a road of Texas
    return (MARKS.contains(designator) && !mile)
        || isNoInterstate(line)
        || isSentence(line, state)
        || (!state.equals("PR") && isOfName(line.before()));
  }

  /** Removes RD behind a farm road's number: {@code FM 517 Rd}. */
  static void dropRoad(List<String> words) {
    int road = words.indexOf("FM");
    boolean named = road >= 0 && road + 2 < words.size() && Digits.only(words.get(road + 1));
    if (named && words.get(road + 2).equals("RD")) {
      words.remove(road + 2);
    }
  }

  /**
   * Whether a name stands before the number, so that the number may be the name's: {@code Motel 6
   * I-35}. A company has none, and neither have units and a person in whose care the mail is.
   */
  private static boolean isOfName(List<String> before) {
    int from = SecondaryUnits.pastAll(before);
    List<String> name = before.subList(from, before.size());
    boolean company = name.size() > 1 && COMPANIES.contains(name.get(name.size() - 1));
    return !name.isEmpty() && !company && !Institutions.isAddressee(name);
  }

  /**
   * Whether the road is named after another state, by code or name: codes are words of a remark too
   * ({@code 5 IN 30}), and both spellings are one road.
   */
  static boolean isOfOtherState(DeliveryLine line, String state) {
    List<String> street = line.streetAndAfter();
    if (Words.none(street, Digits::any)) {
      return false;
    }
    String of = StateRoads.state(NameWords.standard(street));
    return !of.isEmpty() && !of.equals(state);
  }

  /** The name without the own state's code before a road: {@code IN State Road 9}. */
  static List<String> nameBeside(DeliveryLine line, String state) {
    List<String> name = line.nameWords();
    int last = name.size() - 1;
    boolean own = line.isNumberedRoad() && last >= 0 && name.get(last).equals(state);
    return own ? name.subList(0, last) : name;
  }

  private static boolean isNoInterstate(DeliveryLine line) {
    List<String> street = line.street();
    String designator = street.get(line.name());
    if (designator.startsWith("I-")) {
      return !INTERSTATES.contains(designator.substring(2));
    }
    if (!designator.equals("I") || line.name() + 1 >= street.size()) {
      return false;
    }
    String number = street.get(line.name() + 1);
    String digits = number.replaceFirst("-?[NSEW]$", "");
    return !INTERSTATES.contains(digits);
  }

  private static boolean isText(String word) {
    return word.length() > 1
        && !Digits.any(word)
        && !Publication28.isDirection(word)
        && (!Publication28.isUnit(word) || word.equals("STOP"))
        && !FOLLOWING.contains(word)
        && !Publication28.isRoad(word);
  }

  /**
   * Whether a remark stands between a road's number and a suffix: {@code Hwy 71 under bridge}, not
   * {@code Hwy 71 Frontage Rd}.
   */
  static boolean isBeforeRemark(DeliveryLine line) {
    List<String> name = line.nameWords();
    int at = 0;
    while (at < name.size() && Publication28.isDirection(name.get(at))) {
      at++;
    }
    return line.form() == Form.SUFFIX
        && at + 2 < name.size()
        && NumberedRoads.isRoute(name, at)
        && Digits.any(name.get(at + 1))
        && isRemark(name.subList(at + 2, name.size()), line.street().get(line.name()));
  }

  /** Whether the words are a remark, or a kind of road before a place: {@code Business Park}. */
  private static boolean isRemark(List<String> words, String suffix) {
    boolean kind =
        !Publication28.isRoad(suffix)
            && Words.all(words, word -> RoadQualifiers.is(word) || Publication28.isSuffix(word));
    return kind || Remarks.isName(words, false);
  }

  /** Whether words follow that are no part of a road and no unit. */
  private static boolean isSentence(DeliveryLine line, String state) {
    if (line.after().isEmpty()) {
      return false;
    }
    String next = line.after().get(0);
    if (RoadQualifiers.is(next) && line.after().size() > 1 && isText(line.after().get(1))) {
      return true; // Truck stop, business park
    }
    return !Publication28.isDirection(next)
        && !Publication28.isUnit(next)
        && !Publication28.isSuffix(next)
        && !FOLLOWING.contains(next)
        && !RoadQualifiers.is(next)
        && !(state.equals("PR") && PuertoRico.isWord(next))
        && !Digits.any(next)
        && next.length() > 1;
  }
}
