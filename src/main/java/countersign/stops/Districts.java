package countersign.stops;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The judicial districts of the United States. A request names a state and no county, so a district
 * counts as the whole of its state: a stop of a district catches too much and never too little.
 *
 * @see <a href="https://www.law.cornell.edu/uscode/text/28/part-I/chapter-5">28 USC 81-131</a>
 */
public final class Districts {
  private static final List<String> SINGLE =
      List.of(
          "AK", "AZ", "CO", "CT", "DE", "DC", "GU", "HI", "ID", "KS", "ME", "MD", "MA", "MN", "MP",
          "MT", "NE", "NV", "NH", "NJ", "NM", "ND", "OR", "PR", "RI", "SC", "SD", "UT", "VT", "VI");

  /** The states that have several districts, with the letters of these. */
  private static final List<String> DIVIDED =
      List.of(
          "AL NMS", "AR EW", "CA NECS", "FL NMS", "GA NMS", "IA NS", "IL NCS", "IN NS", "KY EW",
          "LA EMW", "MI EW", "MO EW", "MS NS", "NC EMW", "NY NSEW", "OH NS", "OK NEW", "PA EMW",
          "TN EMW", "TX NSEW", "VA EW", "WA EW", "WI EW", "WV NS");

  private static final Map<String, Set<String>> STATES = states();

  private Districts() {}

  private static Map<String, Set<String>> states() {
    Map<String, Set<String>> states = new LinkedHashMap<>();
    SINGLE.forEach(state -> states.put(state + "D", Set.of(state)));
    for (String line : DIVIDED) {
      String state = line.substring(0, 2);
      line.substring(3)
          .chars()
          .forEach(letter -> states.put(state + (char) letter + "D", Set.of(state)));
    }
    // It includes the parts of Yellowstone National Park in Montana and Idaho.
    states.put("WYD", Set.of("WY", "MT", "ID"));
    return states;
  }

  /** The courts' short names, such as {@code TXWD} or {@code MAD}, sorted. */
  public static List<String> all() {
    return STATES.keySet().stream().sorted().toList();
  }

  /** The states of which a district has a part; empty if there is no such district. */
  public static Set<String> states(String district) {
    return STATES.getOrDefault(district, Set.of());
  }
}
