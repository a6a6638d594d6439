package countersign.validation;

import countersign.request.Request.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address in its normalised form: two addresses are equal exactly if Publication 28 writes them
 * alike. Case, punctuation, abbreviations, directionals, unit designators and their position, the
 * last four digits of a ZIP+4, and the notation of a floor ({@code 1st Floor} or {@code FL 1}) do
 * not matter; everything else does, including a building's name. Pure.
 *
 * @param delivery delivery lines without the unit, in standard abbreviations
 * @param unit unit designator and its id; empty if there is none
 * @param city comparing form, in standard abbreviations
 * @param state upper case
 * @param zip first five digits
 * @see <a href="../../../../../docs/rules.md">R43, R45</a>
 */
public record AddressForm(String delivery, String unit, String city, String state, String zip) {
  private static final int ZIP_DIGITS = 5;
  private static final Set<String> UNITS =
      Set.of(
          "APT", "BLDG", "DEPT", "FL", "HNGR", "LOT", "OFC", "PH", "PIER", "PMB", "RM", "SLIP",
          "SPC", "STE", "STOP", "TRLR", "UNIT");
  private static final Pattern GLUED = Pattern.compile(" (RR|HC)(\\d\\w*) BOX ");
  private static final Pattern ROUTE =
      Pattern.compile(" (?:RURAL RTE|RTE|RT|RFD|R R|RR) 0*(\\d\\w*) BOX ");
  private static final Pattern CONTRACT =
      Pattern.compile(" (?:HWY CONTRACT RTE|HWY CONTRACT|STAR RTE|HCR|HC) 0*(\\d\\w*) BOX ");
  private static final Pattern BOX =
      Pattern.compile(
          " (?:POST OFC BOX|P O BOX|POB|(?:PO |P O )?(?:DRAWER|LOCKBOX|CALLER)) (?=\\S*\\d)");

  /** Normalises an address; a missing field becomes an empty one. */
  public static AddressForm of(Address address) {
    List<String> words = line(address.line1());
    words.addAll(line(address.line2()));
    List<String> units = takeUnits(words);
    return new AddressForm(
        boxes(words),
        String.join(" ", units),
        String.join(" ", words(address.city())),
        ComparingForm.of(address.state()),
        zip(address.postalCode()));
  }

  private static List<String> words(@Nullable String text) {
    List<String> words = ComparingForm.bareWords(text);
    words.replaceAll(Publication28::abbreviate);
    return words;
  }

  /**
   * Words of a line. At the start of a line an ordinal before FL is a floor, never a street: {@code
   * 1st Floor 412 N Oak St}.
   */
  private static List<String> line(@Nullable String text) {
    List<String> words = words(text);
    if (isOrdinalFloor(words, 0)) {
      asFloor(words, 0);
    }
    return words;
  }

  /**
   * Removes the units from the words and returns them. A unit is before or after the street; a bare
   * {@code #} is treated as APT.
   */
  private static List<String> takeUnits(List<String> words) {
    List<String> units = new ArrayList<>();
    int before;
    do { // words that were separated may now be neighbours
      before = words.size();
      dropSigns(words);
      countFloors(words);
      takeUnit(words, units);
    } while (words.size() < before);
    units.sort(null);
    return units;
  }

  /** Removes a bare {@code #} before a box's number, which has no meaning. */
  private static void dropSigns(List<String> words) {
    for (int i = words.size() - 1; i > 0; i--) {
      if (words.get(i).equals("#") && words.get(i - 1).equals("BOX")) {
        words.remove(i);
      }
    }
  }

  /**
   * Rewrites {@code 1ST FL} to {@code FL 1}, unless an id follows: in {@code 412 1ST FL 3} the
   * floor is 3.
   */
  private static void countFloors(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (isOrdinalFloor(words, i) && unitId(words, i + 1) < 0) {
        asFloor(words, i);
      }
    }
  }

  private static boolean isOrdinalFloor(List<String> words, int at) {
    return at + 1 < words.size()
        && words.get(at + 1).equals("FL")
        && DeliveryLine.isOrdinal(words.get(at));
  }

  private static void asFloor(List<String> words, int at) {
    words.set(at + 1, cardinal(words.get(at)));
    words.set(at, "FL");
  }

  /** Converts {@code 1ST} to 1; returns any other word unchanged. */
  private static String cardinal(String word) {
    return DeliveryLine.isOrdinal(word) ? word.substring(0, word.length() - 2) : word;
  }

  /** Removes the first unit, if there is one. */
  private static void takeUnit(List<String> words, List<String> units) {
    for (int i = 0; i < words.size(); i++) {
      int id = unitId(words, i);
      if (id > 0) {
        String designator = words.get(i).equals("#") ? "APT" : words.get(i);
        String number = designator.equals("FL") ? cardinal(words.get(id)) : words.get(id);
        units.add(designator + " " + number);
        words.subList(i, id + 1).clear();
        return;
      }
    }
  }

  /** Index of the id of the unit designated at {@code at}; -1 if there is no unit. */
  private static int unitId(List<String> words, int at) {
    boolean unit = UNITS.contains(words.get(at));
    if (!unit && !words.get(at).equals("#")) {
      return -1;
    }
    int id = unit && at + 1 < words.size() && words.get(at + 1).equals("#") ? at + 2 : at + 1;
    return id < words.size() && isUnitId(words.get(id)) ? id : -1;
  }

  /**
   * Whether the word is a unit's id: {@code 3}, {@code 12-B}, {@code 4C} or one letter, but not the
   * next word of a street's name.
   */
  private static boolean isUnitId(String word) {
    return (word.length() == 1 && !word.equals("#")) || Digits.any(word);
  }

  /** Joins the words, with one spelling for boxes and routes. */
  private static String boxes(List<String> words) {
    String joined = String.join(" ", words);
    if (!BoxAddresses.signed(words)) {
      return joined;
    }
    String line = " " + joined + " ";
    if (line.contains(" BOX ")) {
      line = GLUED.matcher(line).replaceAll(" $1 $2 BOX ");
      line = CONTRACT.matcher(line).replaceAll(" HC $1 BOX ");
      line = ROUTE.matcher(line).replaceAll(" RR $1 BOX ");
    }
    return BOX.matcher(line).replaceAll(" PO BOX ").strip();
  }

  private static String zip(@Nullable String postalCode) {
    String zip = postalCode == null ? "" : postalCode.strip();
    return zip.length() > ZIP_DIGITS ? zip.substring(0, ZIP_DIGITS) : zip;
  }

  /** Returns no value, because it may be a taxpayer's. */
  @Override
  public String toString() {
    return "AddressForm";
  }
}
