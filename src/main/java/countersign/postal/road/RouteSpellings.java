package countersign.postal.road;

import countersign.postal.Publication28;
import countersign.postal.RoadLetters;
import countersign.validation.Digits;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One spelling for each numbered road: {@code CR 634} for {@code County Road 634}. Pure. */
public final class RouteSpellings {
  /** Other spellings, in standard abbreviations; the longest first. */
  private static final List<Map.Entry<List<String>, String>> SPELLINGS =
      List.of(
          spelling("FARM TO MARKET RD", "FM"),
          spelling("FARM TO MARKET", "FM"),
          spelling("FARM MARKET RD", "FM"),
          spelling("FARM MARKET", "FM"),
          spelling("RNCH TO MARKET RD", "RM"),
          spelling("RNCH TO MARKET", "RM"),
          spelling("COUNTY STATE AID HWY", "CSAH"),
          spelling("COUNTY TRUNK HWY", "CR"),
          spelling("COUNTY TRUNK RD", "CR"),
          spelling("COUNTY TRUNK", "CR"),
          spelling("STATE TRUNK HWY", "SH"),
          spelling("STATE TRUNK", "SH"),
          spelling("STH", "SH"),
          spelling("USH", "US"),
          spelling("NYS RTE", "SR"),
          spelling("NYS HWY", "SH"),
          spelling("NYS", "SR"),
          spelling("COUNTY HWY", "CR"),
          spelling("CNTY HWY", "CR"),
          spelling("CTY HWY", "CR"),
          spelling("CO HWY", "CR"),
          spelling("COUNTY RTE", "CR"),
          spelling("CNTY RTE", "CR"),
          spelling("CTY RTE", "CR"),
          spelling("CO RTE", "CR"),
          spelling("FRST SERVICE RD", "FS"),
          spelling("FRST SERVICE RTE", "FS"),
          spelling("FS RD", "FS"),
          spelling("FR RD", "FR"),
          spelling("BIA RTE", "BIA"),
          spelling("BIA RD", "BIA"),
          spelling("TWP HWY", "TR"),
          spelling("CTH", "CR"),
          spelling("CH", "CR"),
          spelling("INTERSTATE HWY", "I"),
          spelling("COUNTY RD", "CR"),
          spelling("CNTY RD", "CR"),
          spelling("CTY TRUNK", "CR"),
          spelling("CTY RD", "CR"),
          spelling("CTY", "CR"),
          spelling("CO RD", "CR"),
          spelling("TOWNSHIP HWY", "TR"),
          spelling("TOWNSHIP RD", "TR"),
          spelling("TWP RD", "TR"),
          spelling("ST RTE", "SR"),
          spelling("ST RD", "SR"),
          spelling("ST HWY", "SH"),
          spelling("STATE RTE", "SR"),
          spelling("STATE RD", "SR"),
          spelling("STATE HWY", "SH"),
          spelling("U S HWY", "US"),
          spelling("U S RTE", "US"),
          spelling("US HWY", "US"),
          spelling("US RTE", "US"),
          spelling("U S", "US"),
          spelling("FM RD", "FM"),
          spelling("STATE LOOP", "LOOP"),
          spelling("STATE SPUR", "SPUR"),
          spelling("LOOP", "LOOP"),
          spelling("UNITED STATES HWY", "US"),
          spelling("UNITED STATES RTE", "US"),
          spelling("INTERSTATE", "I"),
          spelling("IH", "I"));

  /** First words of the spellings. */
  private static final Set<String> FIRST =
      Set.of(
          "FARM",
          "FOREST",
          "FRST",
          "FS",
          "FR",
          "BIA",
          "RANCH",
          "RNCH",
          "INTERSTATE",
          "COUNTY",
          "CNTY",
          "CO",
          "STATE",
          "U",
          "US",
          "FM",
          "LP",
          "UNITED",
          "CTH",
          "STH",
          "USH",
          "NYS",
          "CTY",
          "CH",
          "TOWNSHIP",
          "TWP",
          "ST",
          "STREET",
          "IH");

  private RouteSpellings() {}

  private static Map.Entry<List<String>, String> spelling(String words, String form) {
    return Map.entry(List.of(words.split(" ", -1)), form);
  }

  /**
   * Gives every numbered road one spelling: {@code COUNTY ROAD 634} becomes {@code CR 634}.
   *
   * @param words words of a line, which are changed
   */
  public static void standardise(List<String> words) {
    SpanishRoads.standardise(words);
    JoinedRoads.standardise(words);
    for (int i = 0; i < words.size(); i++) {
      if (FIRST.contains(words.get(i)) && !isStreet(words, i)) {
        standardise(words, i);
      }
    }
  }

  /** Whether ST follows a name, so that it is a street: {@code 12 Main St Rd 5}. */
  private static boolean isStreet(List<String> words, int at) {
    boolean behindNumber = at == 1 || (at == 2 && Publication28.isDirection(words.get(1)));
    return at > 0
        && (words.get(at).equals("ST") || words.get(at).equals("STREET"))
        && !(behindNumber && Digits.isDigit(words.get(0).charAt(0)));
  }

  private static void standardise(List<String> words, int at) {
    for (int i = 0; i < SPELLINGS.size(); i++) {
      Map.Entry<List<String>, String> spelling = SPELLINGS.get(i);
      int end = at + spelling.getKey().size();
      if (end < words.size()
          && (Digits.any(words.get(end)) || RoadLetters.are(words.get(end)))
          && isSpelled(words, at, spelling.getKey())) {
        words.subList(at + 1, end).clear();
        words.set(at, spelling.getValue());
        return;
      }
    }
  }

  private static boolean isSpelled(List<String> words, int at, List<String> spelling) {
    for (int i = 0; i < spelling.size(); i++) {
      if (!Publication28.abbreviate(words.get(at + i)).equals(spelling.get(i))) {
        return false;
      }
    }
    return true;
  }
}
