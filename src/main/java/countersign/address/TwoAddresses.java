package countersign.address;

import countersign.address.line.DeliveryLine;
import countersign.address.line.DeliveryLine.Form;
import countersign.address.line.ParsedAddress;
import countersign.address.line.StreetLine;
import countersign.address.line.StreetName;
import countersign.postal.HouseNumber;
import countersign.postal.Institutions;
import countersign.postal.Ordinals;
import countersign.postal.Publication28;
import countersign.postal.StreetWords;
import countersign.postal.Words;
import countersign.postal.box.Boxes;
import countersign.postal.remark.Remarks;
import countersign.postal.road.NumberedRoads;
import countersign.postal.unit.SecondaryUnits;
import countersign.request.Request.Address;
import countersign.validation.Digits;
import java.util.List;

/**
 * Recognises a second address in one line ({@code 12 Oak St then 400 Pine Ave}) and words before or
 * behind a second address on line 2. Two complete lines without such words are one address with two
 * places. Pure.
 */
final class TwoAddresses {
  private TwoAddresses() {}

  /** Whether the line of the delivery line holds a second address. */
  static boolean are(DeliveryLine line) {
    return switch (line.form()) {
      case BOX, RURAL, MILITARY -> isAddress(line.after()) || isNumberOfRoad(line.after());
      case PUERTO_RICO -> false;
      default -> isAddress(line.before()) || isSecondNumber(line);
    };
  }

  private static boolean isAddress(List<String> words) {
    DeliveryLine street = StreetLine.find(words);
    return (street != null && street.isComplete()) || Boxes.find(words).isPresent();
  }

  /** Whether a number stands before a road's word. */
  private static boolean isNumberOfRoad(List<String> words) {
    int number = 0;
    while (number < words.size() && !HouseNumber.isWritten(words.get(number))) {
      number++;
    }
    return number < words.size()
        && Words.any(words.subList(number, words.size()), Publication28::isRoad);
  }

  /** Whether a second house number with its street is in the name of the first one. */
  private static boolean isSecondNumber(DeliveryLine line) {
    if (line.form() != Form.SUFFIX) {
      return false;
    }
    List<String> words = line.streetAndAfter();
    for (int i = 1; i < line.name(); i++) {
      if (isNumber(words, i) && !Words.all(words.subList(0, i), Publication28::isDirection)) {
        StreetName second = StreetName.read(words, i + 1);
        if (second != null && (second.form() == Form.SUFFIX || second.isNumberedRoad())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the word is a house number, not the number of a road or of a unit. */
  private static boolean isNumber(List<String> words, int at) {
    String before = words.get(at - 1);
    return HouseNumber.isWritten(words.get(at))
        && !Ordinals.is(words.get(at))
        && (isStreet(words.subList(0, at - 1)) || !NumberedRoads.isRoute(words, at - 1))
        && !SecondaryUnits.isDesignated(words, 0, at)
        && !(Publication28.isDirection(before) && Publication28.isDirection(words.get(at + 1)))
        && !(at == 1 && (StreetWords.isThoroughfare(before) || StreetWords.isCommon(before)));
  }

  private static boolean isStreet(List<String> words) {
    return words.size() > 1 && Words.any(words.subList(1, words.size()), Publication28::isRoad);
  }

  /** Whether the words are a unit with its number, which is no address and need not be read. */
  private static boolean isUnit(List<String> words) {
    return words.size() == 2 && Publication28.isUnit(words.get(0)) && Digits.only(words.get(1));
  }

  /** Whether line 2 is a second address with other words than a person in whose care it is. */
  static boolean isRemarkBesideSecond(ParsedAddress parsed, Address address) {
    List<String> other = parsed.ownOther();
    if (!parsed.first() || other.isEmpty() || parsed.lines().state().equals("PR")) {
      return false;
    }
    if (isUnit(other)) {
      return false;
    }
    DeliveryLine second = BoxAndStreet.other(parsed, address);
    if (second == null || !(second.isPlace() || second.isNumberedRoad())) {
      return false;
    }
    List<String> before = second.before();
    boolean named =
        second.isComplete()
            && SecondaryUnits.pastAll(before) < before.size()
            && !Institutions.isAddressee(before);
    return named
        || Remarks.isBeside(before)
        || Remarks.isBeside(second.after())
        || WordsAfterStreet.isText(second);
  }
}
