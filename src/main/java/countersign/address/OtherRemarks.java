package countersign.address;

import countersign.address.line.DeliveryLine;
import countersign.address.line.DeliveryLine.Form;
import countersign.address.line.ParsedAddress;
import countersign.postal.Institutions;
import countersign.postal.Publication28;
import countersign.postal.remark.Remarks;
import countersign.request.Request.Address;
import java.util.List;

/**
 * Remarks behind a box and on the line without the delivery line: {@code PO Box 12 closed}, {@code
 * 12 Oak St} with {@code Not 400 Pine Ave}. Pure.
 */
final class OtherRemarks {
  private OtherRemarks() {}

  /** Whether there is a remark or a second address. */
  static boolean are(DeliveryLine line, ParsedAddress parsed, Address address) {
    return TwoAddresses.are(line)
        || isBehindBox(line)
        || isOnOtherLine(parsed)
        || TwoAddresses.isRemarkBesideSecond(parsed, address);
  }

  /** Whether the words behind a box are a person or a thing without a name: {@code sister}. */
  private static boolean isBehindBox(DeliveryLine line) {
    boolean box =
        line.form() == Form.BOX || line.form() == Form.RURAL || line.form() == Form.MILITARY;
    return box
        && Institutions.careOf(line.after()) < 0
        && (Remarks.isName(line.after(), true) || isOnlyNouns(line.after()));
  }

  private static boolean isOnOtherLine(ParsedAddress parsed) {
    List<String> other = parsed.ownOther();
    return Remarks.isRemark(other)
        || (parsed.first() && !other.isEmpty() && other.stream().allMatch(Remarks::isBesideWord));
  }

  private static boolean isOnlyNouns(List<String> words) {
    return !words.isEmpty()
        && words.stream()
            .allMatch(
                word ->
                    !Publication28.isUnit(word)
                        && !Publication28.isSuffix(word)
                        && (Remarks.isNoun(word) || NamelessStreets.isGeneric(word)));
  }
}
