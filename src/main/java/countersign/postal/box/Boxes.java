package countersign.postal.box;

import countersign.postal.DateShapes;
import countersign.postal.HouseNumber;
import countersign.postal.LocatorDigits;
import countersign.postal.unit.UnitForms;
import countersign.validation.Digits;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Delivery lines without a street: post office boxes, rural and highway contract routes, military
 * and Department of State boxes. Pure.
 */
public final class Boxes {
  /** Every line with a box contains at least one of these words. */
  private static final Set<String> SIGNS =
      Set.of(
          "BOX",
          "BX",
          "#",
          "POB",
          "POBOX",
          "DRAWER",
          "LOCKBOX",
          "CALLER",
          "APARTADO",
          "APDO",
          "BUZON",
          "BZN");

  /** Words between the word for a box and its number. */
  private static final Set<String> BETWEEN = Set.of("POSTAL", "DE", "CORREO", "CORREOS", "SERVICE");

  /** Words for the box of a route, in Spanish. */
  private static final Set<String> SPANISH = Set.of("BUZON", "BZN");

  private Boxes() {}

  /** Whether the line contains a word that every line with a box has. */
  public static boolean signed(List<String> line) {
    for (int i = 0; i < line.size(); i++) {
      if (SIGNS.contains(line.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** Finds the first box and its numbers. */
  public static Optional<Box> find(List<String> line) {
    for (int i = 0; i < line.size(); i++) {
      if (SIGNS.contains(line.get(i))) {
        Box box = at(line, i);
        if (box != null) {
          return Optional.of(box);
        }
      }
    }
    return Optional.empty();
  }

  private static @Nullable Box at(List<String> line, int sign) {
    int id = pastSigns(line, sign + 1);
    if (id < line.size() && PostOfficeBoxes.isLetter(line, sign, id)) {
      return PostOfficeBoxes.lettered(line, sign, id);
    }
    if (id >= line.size() || !Digits.any(line.get(id))) {
      return null;
    }
    String number = UnitForms.joined(UnitForms.withoutZeros(line.get(id)));
    if (DateShapes.isLong(line.get(id)) || DateShapes.isTelephone(line, id)) {
      return null;
    }
    boolean numberSign = line.get(sign).equals("#");
    if (numberSign ? RouteBoxes.isNumber(line, sign - 1) : isBox(line.get(sign))) {
      Box route = RouteBoxes.read(line, sign, id, number);
      if (route != null) {
        return route;
      }
    }
    if (numberSign || SPANISH.contains(line.get(sign))) {
      return null;
    }
    int start = PostOfficeBoxes.start(line, sign);
    return start < 0 || !LocatorDigits.in(number)
        ? null
        : new Box(Box.Kind.POST_OFFICE, start, id + 1, List.of("PO", "BOX", number));
  }

  /** Whether the word is BOX, in any of its spellings. */
  static boolean isBox(String word) {
    return word.equals("BOX") || word.equals("BX") || SPANISH.contains(word);
  }

  /** The word at an index; empty before the line. */
  static String word(List<String> line, int at) {
    return at >= 0 ? line.get(at) : "";
  }

  private static int pastSigns(List<String> line, int from) {
    int at = from;
    while (at < line.size()
        && (HouseNumber.isSign(line.get(at)) || BETWEEN.contains(line.get(at)))) {
      at++;
    }
    return at;
  }
}
