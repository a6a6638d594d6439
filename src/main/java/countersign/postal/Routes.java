package countersign.postal;

import countersign.validation.Digits;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Numbered roads: a designator such as HIGHWAY, CR or I, followed by a number or by letters. The
 * number of a road is never a house number. Pure.
 */
public final class Routes {
  /** Designators of one word, in standard abbreviations. */
  private static final Set<String> DESIGNATORS =
      Set.of(
          "I",
          "IH",
          "US",
          "SR",
          "SH",
          "FM",
          "RM",
          "CR",
          "CH",
          "TR",
          "CSAH",
          "FR",
          "FS",
          "BIA",
          "HWY",
          "RTE",
          "EXIT",
          "MM",
          "MILE",
          "MILEPOST",
          "MARKER",
          "INTERSTATE",
          "KM");

  /** Designators that take letters as id too. */
  private static final Set<String> LETTERED = Set.of("CR", "CH", "HWY", "RTE", "SR", "SH", "FM");

  /** Other spellings, in standard abbreviations; the longest first. */
  private static final List<Map.Entry<List<String>, String>> SPELLINGS =
      List.of(
          spelling("FARM TO MARKET RD", "FM"),
          spelling("FARM TO MARKET", "FM"),
          spelling("RNCH TO MARKET RD", "RM"),
          spelling("RNCH TO MARKET", "RM"),
          spelling("COUNTY STATE AID HWY", "CSAH"),
          spelling("COUNTY TRUNK HWY", "CR"),
          spelling("COUNTY TRUNK RD", "CR"),
          spelling("COUNTY TRUNK", "CR"),
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
          spelling("LP", "LOOP"),
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
          "CTY",
          "CH",
          "TOWNSHIP",
          "TWP",
          "ST",
          "STREET",
          "IH");

  /** A secondary road of South Carolina with its county's number: {@code S-20-56}. */
  private static final Pattern SECONDARY = Pattern.compile("S-[0-9]{1,2}-[0-9]{1,4}");

  private Routes() {}

  private static Map.Entry<List<String>, String> spelling(String words, String form) {
    return Map.entry(List.of(words.split(" ", -1)), form);
  }

  /** Whether a road's designator and its number are at {@code at}. */
  public static boolean isRoute(List<String> line, int at) {
    String next = at + 1 < line.size() ? line.get(at + 1) : "";
    return isId(line.get(at), next) || isJoined(line.get(at));
  }

  private static boolean isId(String designator, String id) {
    if (!Digits.any(id)) {
      return !id.isEmpty()
          && isLetters(id)
          && LETTERED.contains(Publication28.abbreviate(designator));
    }
    return DESIGNATORS.contains(Publication28.abbreviate(designator))
        || CountyRoads.isInitials(designator);
  }

  /** One to three equal letters: the name of a road such as County Road ZZZ. */
  public static boolean isLetters(String word) {
    if (word.length() > 3) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (!Character.isLetter(word.charAt(i)) || word.charAt(i) != word.charAt(0)) {
        return false;
      }
    }
    return true;
  }

  /** A road in one word: {@code A1A}, {@code KY-15}. */
  public static boolean isJoined(String word) {
    int last = word.length() - 1;
    if (word.startsWith("S-") && SECONDARY.matcher(word).matches()) {
      return true;
    }
    if (last < 2 || !Character.isLetter(word.charAt(0)) || HouseNumber.isWritten(word)) {
      return false;
    }
    if (Character.isLetter(word.charAt(last))) {
      return Digits.only(word.substring(1, last));
    }
    int hyphen = word.indexOf('-');
    return (hyphen == 1 || hyphen == 2)
        && Character.isLetter(word.charAt(hyphen - 1))
        && Digits.only(word.substring(hyphen + 1));
  }

  /** Whether one of the words between two indexes starts a numbered road. */
  public static boolean within(List<String> line, int from, int to) {
    for (int i = from; i < to; i++) {
      if (isRoute(line, i)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Gives every numbered road one spelling: {@code COUNTY ROAD 634} becomes {@code CR 634}.
   *
   * @param words words of a line, which are changed
   */
  static void standardise(List<String> words) {
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
    for (Map.Entry<List<String>, String> spelling : SPELLINGS) {
      int end = at + spelling.getKey().size();
      if (end < words.size()
          && (Digits.any(words.get(end)) || isLetters(words.get(end)))
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
