package countersign.postal.road;

import countersign.postal.HouseNumber;
import countersign.postal.Publication28;
import countersign.postal.RoadLetters;
import countersign.postal.StateNames;
import countersign.validation.Digits;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names of numbered roads that mean a kind of road in some states only: {@code PR 1410} is a
 * private road in Texas, {@code County 8} is a county road in Minnesota. Pure.
 */
public final class LocalRoads {
  private static final Set<String> NORTHERN = Set.of("MN", "WI", "ND", "SD", "IA", "NE");
  private static final Set<String> FORESTS =
      Set.of("AK", "AZ", "CA", "CO", "ID", "MT", "NM", "NV", "OR", "SD", "UT", "WA", "WY");

  private static final List<String> RANCH = List.of("RANCH", "RD");

  /** The road's own spelling of one word in Texas. */
  private static final Map<String, List<String>> TEXAN =
      Map.of("RM", RANCH, "RR", RANCH, "FR", List.of("FM"), "PR", List.of("PRIVATE", "RD"));

  private static final Map<String, List<String>> OF_NORTH =
      Map.of("COUNTY", List.of("CR"), "STATE", List.of("SR"));

  private static final int MAX_DIGITS = 4;

  private LocalRoads() {}

  /**
   * Gives such a road behind a house number its spelling in every state.
   *
   * @param words words of a line, which are changed
   * @param state the stated state, upper case
   */
  public static void standardise(List<String> words, String state) {
    int at = 1;
    while (at < words.size() && Publication28.isDirection(words.get(at))) {
      at++;
    }
    if (at >= words.size() || !HouseNumber.isWritten(words.get(0))) {
      return;
    }
    LetterRoads.standardise(words, at, state);
    if (at + 1 >= words.size()) {
      return;
    }
    if (state.equals("WI") && words.get(at).equals("COUNTY") && isRoadLetter(words, at + 1)) {
      words.set(at, "CR"); // County J
    } else if (isRoadNumber(words, at + 1)) {
      replace(words, at, 1, ofOneWord(words, at, state));
    } else if (at + 2 < words.size()
        && Publication28.abbreviate(words.get(at + 1)).equals("RD")
        && isRoadNumber(words, at + 2)) {
      replace(words, at, 2, ofTwoWords(words.get(at), state));
    }
  }

  /** Whether a number is there that ends the road: a unit or a direction may follow, no name. */
  private static boolean isRoadNumber(List<String> words, int at) {
    String number = words.get(at);
    return number.length() <= MAX_DIGITS && Digits.only(number) && endsRoad(words, at + 1);
  }

  /** Whether nothing of a name follows. */
  private static boolean endsRoad(List<String> words, int at) {
    return at >= words.size()
        || Publication28.isDirection(words.get(at))
        || Publication28.isUnit(words.get(at))
        || RoadQualifiers.is(words.get(at));
  }

  /** Whether one to three equal letters end the road. */
  private static boolean isRoadLetter(List<String> words, int at) {
    return RoadLetters.are(words.get(at)) && endsRoad(words, at + 1);
  }

  private static List<String> ofOneWord(List<String> words, int at, String state) {
    String word = words.get(at);
    if (word.equals("BUSINESS") || word.equals("BUS")) {
      words.add(at + 2, "BUS");
      return List.of("HWY"); // Business 71
    }
    Map<String, List<String>> spellings =
        state.equals("TX") ? TEXAN : NORTHERN.contains(state) ? OF_NORTH : Map.of();
    return spellings.getOrDefault(word, List.of());
  }

  private static List<String> ofTwoWords(String word, String state) {
    boolean forest = Publication28.abbreviate(word).equals("FRST");
    boolean farm = word.equals("FARM");
    if (word.equals("PVT")) {
      return List.of("PRIVATE", "RD");
    }
    if (farm && state.equals("TX")) {
      return List.of("FM");
    }
    return (FORESTS.contains(state) ? forest : farm) ? List.of("FR") : List.of();
  }

  private static void replace(List<String> words, int at, int length, List<String> by) {
    if (!by.isEmpty()) {
      words.subList(at, at + length).clear();
      words.addAll(at, by);
    }
  }

  /**
   * Writes a road of the own state in one way: {@code TEXAS 6} for State Highway 6, State Route 6
   * and SR 6, {@code RM 12} for Ranch Road 12.
   *
   * @param words a street in standard abbreviations, which is changed
   * @param state the stated state, upper case
   */
  public static void abbreviate(List<String> words, String state) {
    int at = 0;
    while (at < words.size() && Publication28.isDirection(words.get(at))) {
      at++;
    }
    if (at + 1 >= words.size()) {
      return;
    }
    boolean of = words.get(at).equals("SR") || words.get(at).equals("SH");
    if (of && Digits.only(words.get(at + 1))) {
      List<String> name = StateNames.standard(state);
      replace(words, at, 1, name.isEmpty() ? List.of("SR") : name);
    } else if (at + 2 < words.size()
        && Publication28.abbreviate(words.get(at)).equals("RNCH")
        && words.get(at + 1).equals("RD")
        && Digits.only(words.get(at + 2))) {
      replace(words, at, 2, List.of("RM"));
    }
  }
}
