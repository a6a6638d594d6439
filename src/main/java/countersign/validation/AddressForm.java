package countersign.validation;

import countersign.request.Request.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address as it is compared: equal exactly if Publication 28 writes both alike. Case,
 * punctuation, abbreviations, directionals, unit designators and their place, and the last four
 * digits of a ZIP+4 make no difference, nor whether a floor is counted ({@code 1st Floor}) or
 * numbered ({@code FL 1}); everything else does, a building's name too. Pure.
 *
 * @param delivery delivery lines without the unit, standard abbreviations
 * @param unit unit designator and its id; empty if there is none
 * @param city comparing form, standard abbreviations
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

  /** Brings an address into the form; a missing field is an empty one. */
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

  /** A line that begins with a floor begins with no street: {@code 1st Floor 412 N Oak St}. */
  private static List<String> line(@Nullable String text) {
    List<String> words = words(text);
    if (isOrdinalFloor(words, 0)) {
      asFloor(words, 0);
    }
    return words;
  }

  /** A unit stands before or after the street; a bare {@code #} is a designator nobody knew. */
  private static List<String> takeUnits(List<String> words) {
    List<String> units = new ArrayList<>();
    int before;
    do { // what was apart may stand together now
      before = words.size();
      dropSigns(words);
      countFloors(words);
      takeUnit(words, units);
    } while (words.size() < before);
    units.sort(null);
    return units;
  }

  /** A bare {@code #} before a box's number says nothing. */
  private static void dropSigns(List<String> words) {
    for (int i = words.size() - 1; i > 0; i--) {
      if (words.get(i).equals("#") && words.get(i - 1).equals("BOX")) {
        words.remove(i);
      }
    }
  }

  /** {@code 1ST FL} is {@code FL 1}, unless an id follows: {@code 412 1ST FL 3} is floor 3. */
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

  /** {@code 1ST} is 1; any other word is itself. */
  private static String cardinal(String word) {
    return DeliveryLine.isOrdinal(word) ? word.substring(0, word.length() - 2) : word;
  }

  /** Takes the first unit, if there is one. */
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

  /** Where the id stands of the unit that is designated at {@code at}; -1 if none is. */
  private static int unitId(List<String> words, int at) {
    boolean unit = UNITS.contains(words.get(at));
    if (!unit && !words.get(at).equals("#")) {
      return -1;
    }
    int id = unit && at + 1 < words.size() && words.get(at + 1).equals("#") ? at + 2 : at + 1;
    return id < words.size() && isUnitId(words.get(id)) ? id : -1;
  }

  /**
   * {@code 3}, {@code 12-B}, {@code 4C} or one letter, but not the next word of a street's name.
   */
  private static boolean isUnitId(String word) {
    return (word.length() == 1 && !word.equals("#")) || Digits.any(word);
  }

  /** One spelling for boxes and routes. */
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

  /** Says nothing: it may be a taxpayer's. */
  @Override
  public String toString() {
    return "AddressForm";
  }
}
