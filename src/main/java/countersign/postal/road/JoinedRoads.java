package countersign.postal.road;

import countersign.validation.Digits;
import java.util.List;
import java.util.Map;

/** One road with two numbers: {@code 501 Routes 5 & 20}, {@code 440 US 11 & 15}. Pure. */
public final class JoinedRoads {
  private static final Map<String, String> PLURALS =
      Map.of("ROUTES", "ROUTE", "RTES", "ROUTE", "RTS", "ROUTE", "HIGHWAYS", "HWY", "HWYS", "HWY");

  private JoinedRoads() {}

  /**
   * Writes the road's word in the singular before two numbers.
   *
   * @param words words of a line, which are changed
   */
  static void standardise(List<String> words) {
    for (int i = 0; i + 3 < words.size(); i++) {
      String road = PLURALS.get(words.get(i));
      if (road != null && Digits.only(words.get(i + 1)) && isSecond(words, i + 2)) {
        words.set(i, road);
      }
    }
  }

  /** Whether AND and a second number are at {@code at}, and no name of a street behind them. */
  public static boolean isSecond(List<String> words, int at) {
    return at + 1 < words.size()
        && words.get(at).equals("AND")
        && Digits.only(words.get(at + 1))
        && words.get(at + 1).length() < 4;
  }
}
