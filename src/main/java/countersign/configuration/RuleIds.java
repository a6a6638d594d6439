package countersign.configuration;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The ids that a set of rules may name: those of the rules that are built.
 *
 * @see <a href="../../../../../docs/rules.md">rules</a>
 */
final class RuleIds {
  /** All of them, in words. */
  static final String ALL = "R1 to R55 or R60";

  private static final List<Integer> BUILT =
      IntStream.concat(IntStream.rangeClosed(1, 55), IntStream.of(60)).boxed().toList();

  private RuleIds() {}

  /**
   * Whether the rule is built.
   *
   * @param id R and a number
   */
  static boolean isBuilt(String id) {
    return BUILT.stream().anyMatch(number -> id.equals("R" + number));
  }

  /** The id with the nearest number. */
  static String nearest(String id) {
    int wanted = Integer.parseInt(id.substring(1));
    return "R"
        + BUILT.stream()
            .min(Comparator.comparingInt(number -> Math.abs(number - wanted)))
            .orElseThrow();
  }
}
