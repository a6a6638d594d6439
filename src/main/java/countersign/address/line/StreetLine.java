package countersign.address.line;

import countersign.postal.HouseNumber;
import countersign.postal.NumberWords;
import countersign.postal.unit.SecondaryUnits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds house number and street in a line: at its start, behind units, or behind an addressee. A
 * name or a company is an addressee only before number, street name and suffix. Pure.
 */
public final class StreetLine {
  private StreetLine() {}

  /** The delivery line; null if there is none. */
  public static @Nullable DeliveryLine find(List<String> line) {
    if (line.isEmpty()) {
      return null;
    }
    int start = SecondaryUnits.pastAll(line);
    boolean fraction = start < line.size() && HouseNumber.isFraction(line.get(start));
    DeliveryLine found = fraction ? at(line, 0, 0) : null; // # 12 1/2 Oak St
    if (found == null) {
      found = at(line, start, start);
    }
    if (found == null && start > 0) {
      found = at(line, 0, 0); // # 2 Turner Rd
    }
    if (found == null) {
      found = AddresseeLine.find(line, start);
    }
    return found == null && start > 0
        ? AddresseeLine.find(line, 0)
        : found; // Basement Apt, 77 Oak St
  }

  /** The delivery line whose number is at {@code at}, with or without a number sign. */
  public static @Nullable DeliveryLine at(List<String> line, int units, int at) {
    int number = HouseNumber.pastSigns(line, at);
    int hundreds = NumberWords.endOfHundreds(line, number);
    StreetName behind = hundreds < 0 ? null : StreetName.read(line, hundreds);
    if (behind != null && behind.form() == DeliveryLine.Form.SUFFIX) {
      return DeliveryLine.street(line.subList(0, units), line.subList(number, hundreds), behind);
    }
    int end = HouseNumber.end(line, number);
    StreetName street = end < 0 ? null : StreetName.read(line, end);
    return street == null
        ? null
        : DeliveryLine.street(line.subList(0, units), line.subList(number, end), street);
  }
}
