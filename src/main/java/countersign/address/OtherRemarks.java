package countersign.address;

import countersign.address.line.DeliveryLine;
import countersign.address.line.DeliveryLine.Form;
import countersign.address.line.ParsedAddress;
import countersign.postal.Publication28;
import countersign.postal.PuertoRico;
import countersign.postal.remark.Remarks;
import countersign.request.Request.Address;
import java.util.List;
import java.util.Set;

/**
 * Remarks behind a box and on the line without the delivery line: {@code PO Box 12 closed}, {@code
 * 12 Oak St} with {@code Not 400 Pine Ave}. Pure.
 */
final class OtherRemarks {
  /** Last words of a post office's name, standard abbreviations. */
  private static final Set<String> POST_OFFICES = Set.of("STA", "STN", "ANX", "BR", "FINANCE");

  private static final List<String> OFFICE = List.of("POST", "OFFICE");

  private OtherRemarks() {}

  /** Whether there is a remark or a second address. */
  static boolean are(DeliveryLine line, ParsedAddress parsed, Address address) {
    return TwoAddresses.are(line)
        || isBehindBox(line, parsed.lines().state())
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

  /** Whether the road of a rural route is behind its box: {@code RR 2 Box 18 Bryan Dairy Rd}. */
  private static boolean isRoad(DeliveryLine line) {
    List<String> after = line.after();
    List<String> name = after.subList(0, after.size() - 1);
    return line.form() == Form.RURAL
        && !name.isEmpty()
        && Publication28.isRoad(after.get(name.size()))
        && !Remarks.isName(name, true)
        && !name.stream().allMatch(NamelessStreets::isGeneric);
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

  private static boolean isOnOtherLine(ParsedAddress parsed) {
    List<String> other = parsed.ownOther();
    return Remarks.isRemark(other)
        || (parsed.first() && !other.isEmpty() && other.stream().allMatch(Remarks::isBesideWord));
  }
}
