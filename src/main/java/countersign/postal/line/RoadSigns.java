package countersign.postal.line;

import countersign.postal.HouseNumber;
import countersign.postal.Words;
import countersign.validation.Digits;
import java.util.List;
import java.util.Set;

/** The number sign before a road's number, which does not count. Pure. */
final class RoadSigns {
  private static final Set<String> ROADS = Set.of("HWY", "HIGHWAY", "RTE", "ROUTE", "RT", "CR");
  private static final Set<String> PUBLIC =
      Set.of("COUNTY", "CNTY", "CTY", "CO", "TOWNSHIP", "TWP", "STATE", "US", "FARM");

  private RoadSigns() {}

  /**
   * Removes the sign between a house number with its road and the road's number: {@code 12 Hwy #6}.
   */
  static void drop(List<String> words) {
    for (int i = words.size() - 2; i > 1; i--) {
      boolean number = Digits.any(words.get(i + 1)) && HouseNumber.isSign(words.get(i));
      boolean road = number && words.get(i).equals("#") && isNumberedRoad(words, i);
      if (road || (number && isOfCalle(words, i))) {
        words.remove(i);
      }
    }
  }

  private static boolean isNumberedRoad(List<String> words, int sign) {
    String road = words.get(sign - 1);
    String before = words.get(sign - 2);
    boolean qualified =
        sign > 2
            && (road.equals("RD") || road.equals("ROAD") || ROADS.contains(road))
            && PUBLIC.contains(before)
            && Digits.any(words.get(sign - 3));
    return qualified || (ROADS.contains(road) && Digits.any(before));
  }

  /** Whether the number behind the sign is a Spanish street's house: {@code Calle 41 #798}. */
  private static boolean isOfCalle(List<String> words, int sign) {
    int calle = words.subList(0, sign).lastIndexOf("CALLE");
    boolean named = calle >= 0 && calle + 1 < sign;
    return named
        && (calle == 0 || !Digits.any(words.get(calle - 1)))
        && Words.none(words.subList(calle + 2, sign), Digits::any);
  }
}
