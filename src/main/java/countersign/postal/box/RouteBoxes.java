package countersign.postal.box;

import static countersign.postal.box.Boxes.word;

import countersign.postal.HouseNumber;
import countersign.postal.LocatorDigits;
import countersign.postal.unit.UnitForms;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Boxes at a route or a unit with a number of its own: {@code RR 2 Box 5}. Pure. */
final class RouteBoxes {
  private static final Set<String> RURAL =
      Set.of("RR", "RT", "RTE", "ROUTE", "RFD", "RD", "R", "DELIVERY");

  private static final Set<String> ROUTES = Set.of("ROUTE", "RTE", "RT");
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

  private RouteBoxes() {}

  /** Whether the word needs a number before BOX. */
  static boolean needsNumber(String word) {
    return NUMBERED.contains(word);
  }

  /** Whether a route's number is at {@code at}, so that a number sign may stand for BOX. */
  static boolean isNumber(List<String> line, int at) {
    String kind = word(line, at - 1);
    return CONTRACT.contains(kind)
        || kind.equals("RR")
        || kind.equals("RFD")
        || word(line, at - 2).equals("RURAL");
  }

  /**
   * Reads the route before BOX.
   *
   * @param sign index of BOX
   * @param id index of the box's number
   * @param number the box's number in one spelling
   * @return null if there is no route
   */
  static @Nullable Box read(List<String> line, int sign, int id, String number) {
    int route = sign - 1;
    String written = word(line, route);
    if (ROUTES.contains(written) && word(line, route - 1).equals("STAR")) {
      return new Box(Box.Kind.RURAL, route - 1, id + 1, List.of("HC", "BOX", number));
    }
    if (!LocatorDigits.in(written)) {
      return null;
    }
    int last = beforeSigns(line, route);
    String kind = word(line, last);
    String of = UnitForms.withoutZeros(written);
    if (FORCES.contains(kind)) {
      return new Box(Box.Kind.MILITARY, last, id + 1, List.of(kind, of, "BOX", number));
    }
    if (!LocatorDigits.in(number)) {
      return null;
    }
    int contract = contract(line, last, kind);
    if (contract >= 0) {
      return new Box(Box.Kind.RURAL, contract, id + 1, List.of("HC", of, "BOX", number));
    }
    if (!RURAL.contains(kind)) {
      return null;
    }
    int start = isOfTwoWords(line, last) ? last - 1 : last;
    return new Box(Box.Kind.RURAL, start, id + 1, List.of("RR", of, "BOX", number));
  }

  private static boolean isOfTwoWords(List<String> line, int last) {
    String before = word(line, last - 1);
    return before.equals("RURAL") || (word(line, last).equals("R") && before.equals("R"));
  }

  /** Index of the first word of a highway contract route; -1 if it is none. */
  private static int contract(List<String> line, int last, String kind) {
    if (CONTRACT.contains(kind)) {
      return last;
    }
    if (kind.equals("SR")) {
      return last;
    }
    boolean route = ROUTES.contains(kind);
    int at = route ? last - 1 : last;
    if (route && (word(line, at).equals("STAR") || CONTRACT.contains(word(line, at)))) {
      return at;
    }
    boolean highway = word(line, at - 1).equals("HIGHWAY") || word(line, at - 1).equals("HWY");
    return word(line, at).equals("CONTRACT") && highway ? at - 1 : -1;
  }

  private static int beforeSigns(List<String> line, int number) {
    int at = number - 1;
    while (at >= 0 && HouseNumber.isSign(line.get(at))) {
      at--;
    }
    return at;
  }
}
