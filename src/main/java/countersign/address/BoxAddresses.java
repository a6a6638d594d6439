package countersign.address;

import countersign.address.DeliveryLine.Form;
import countersign.postal.DateShapes;
import countersign.postal.HouseNumber;
import countersign.postal.LocatorDigits;
import countersign.postal.Routes;
import countersign.postal.UnitForms;
import countersign.validation.Digits;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Delivery lines without a street: post office boxes, rural and highway contract routes, military
 * and Department of State boxes.
 */
final class BoxAddresses {
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

  private static final Set<String> RURAL =
      Set.of("RR", "RT", "RTE", "ROUTE", "RFD", "RD", "R", "DELIVERY");
  private static final Set<String> CONTRACT = Set.of("HC", "HCR");
  private static final Set<String> FORCES = Set.of("PSC", "UNIT", "CMR");

  /** Words that need a number before BOX. */
  private static final Set<String> NUMBERED =
      Set.of(
          "RR",
          "RT",
          "RTE",
          "ROUTE",
          "RFD",
          "HC",
          "HCR",
          "CONTRACT",
          "PSC",
          "UNIT",
          "CMR",
          "ROAD",
          "RD");

  private BoxAddresses() {}

  /**
   * A box in a line.
   *
   * @param form post office, rural or military
   * @param start index of its first word
   * @param end index after its number
   * @param words one spelling of the box: {@code PO BOX 12}, {@code RR 2 BOX 5}
   */
  record Box(Form form, int start, int end, List<String> words) {}

  /** Whether the line contains a word that every line with a box has. */
  static boolean signed(List<String> line) {
    for (int i = 0; i < line.size(); i++) {
      if (SIGNS.contains(line.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** Finds the first box and its numbers. */
  static Optional<Box> find(List<String> line) {
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
    if (id < line.size() && isLetter(line, sign, id)) {
      boolean drawer = line.get(sign).equals("DRAWER");
      List<String> words = List.of("PO", drawer ? "DRAWER" : "BOX", line.get(id));
      return new Box(Form.BOX, postOffice(line, sign), id + 1, words);
    }
    if (id >= line.size() || !Digits.any(line.get(id))) {
      return null;
    }
    String number = UnitForms.joined(UnitForms.withoutZeros(line.get(id)));
    if (DateShapes.isLong(line.get(id)) || DateShapes.isTelephone(line, id)) {
      return null;
    }
    boolean numberSign = line.get(sign).equals("#");
    if (numberSign ? isRouteNumber(line, sign - 1) : isBox(line.get(sign))) {
      Box route = route(line, sign, id, number);
      if (route != null) {
        return route;
      }
    }
    if (numberSign || SPANISH.contains(line.get(sign))) {
      return null;
    }
    int start = postOffice(line, sign);
    return start < 0 || !LocatorDigits.in(number)
        ? null
        : new Box(Form.BOX, start, id + 1, List.of("PO", "BOX", number));
  }

  /** Whether a route's number is at {@code at}, so that a number sign may stand for BOX. */
  private static boolean isRouteNumber(List<String> line, int at) {
    String kind = word(line, at - 1);
    return CONTRACT.contains(kind)
        || kind.equals("RR")
        || kind.equals("RFD")
        || word(line, at - 2).equals("RURAL");
  }

  private static boolean isBox(String word) {
    return word.equals("BOX") || word.equals("BX") || SPANISH.contains(word);
  }

  /** Whether the last word is a box's letter: {@code PO Box A}, {@code Drawer KK}; X is none. */
  private static boolean isLetter(List<String> line, int sign, int id) {
    String letter = line.get(id);
    boolean named =
        line.get(sign).equals("DRAWER") || (isBox(line.get(sign)) && isPostOffice(line, sign));
    return named
        && id + 1 == line.size()
        && letter.length() <= 2
        && Routes.isLetters(letter)
        && letter.charAt(0) != 'X';
  }

  /** Index of the first word of a post office box; -1 if its words are missing. */
  private static int postOffice(List<String> line, int sign) {
    String before = word(line, sign - 1);
    if (isPostOffice(line, sign)) {
      return before.equals("O") || before.equals("OFFICE") ? sign - 2 : sign - 1;
    }
    if (!isBox(line.get(sign))) {
      return sign;
    }
    if (before.equals("LOCK") || before.equals("CALL") || before.equals("MAIL")) {
      return sign - 1;
    }
    return isBare(line, sign) ? sign : -1;
  }

  private static boolean isPostOffice(List<String> line, int sign) {
    String before = word(line, sign - 1);
    return before.equals("PO")
        || before.equals("POST")
        || before.equals("FIRM")
        || (before.equals("O") && word(line, sign - 2).equals("P"))
        || (before.equals("OFFICE") && word(line, sign - 2).equals("POST"));
  }

  /** Whether there is no number and no route before BOX. */
  private static boolean isBare(List<String> line, int sign) {
    for (int i = 0; i < sign; i++) {
      if (Digits.any(line.get(i)) || NUMBERED.contains(line.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Box route(List<String> line, int sign, int id, String number) {
    int route = sign - 1;
    String written = word(line, route);
    if (!LocatorDigits.in(written)) {
      return null;
    }
    int last = beforeSigns(line, route);
    String kind = word(line, last);
    String of = UnitForms.withoutZeros(written);
    if (FORCES.contains(kind)) {
      return new Box(Form.MILITARY, last, id + 1, List.of(kind, of, "BOX", number));
    }
    if (!LocatorDigits.in(number)) {
      return null;
    }
    int contract = contract(line, last, kind);
    if (contract >= 0) {
      return new Box(Form.RURAL, contract, id + 1, List.of("HC", of, "BOX", number));
    }
    if (!RURAL.contains(kind)) {
      return null;
    }
    boolean two =
        word(line, last - 1).equals("RURAL")
            || (kind.equals("R") && word(line, last - 1).equals("R"));
    return new Box(Form.RURAL, two ? last - 1 : last, id + 1, List.of("RR", of, "BOX", number));
  }

  /** Index of the first word of a highway contract route; -1 if it is none. */
  private static int contract(List<String> line, int last, String kind) {
    if (CONTRACT.contains(kind)) {
      return last;
    }
    boolean route = kind.equals("ROUTE") || kind.equals("RTE") || kind.equals("RT");
    int at = route ? last - 1 : last;
    if (route && word(line, at).equals("STAR")) {
      return at;
    }
    boolean highway = word(line, at - 1).equals("HIGHWAY") || word(line, at - 1).equals("HWY");
    return word(line, at).equals("CONTRACT") && highway ? at - 1 : -1;
  }

  private static String word(List<String> line, int at) {
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

  private static int beforeSigns(List<String> line, int number) {
    int at = number - 1;
    while (at >= 0 && HouseNumber.isSign(line.get(at))) {
      at--;
    }
    return at;
  }
}
