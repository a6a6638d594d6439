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
 * digits of a ZIP+4 make no difference; everything else does. Pure.
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
  private static final Pattern EDGES = Pattern.compile("^[/.\\-]+|[/.\\-]+$");
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
    List<String> words = new ArrayList<>(words(address.line1()));
    words.addAll(words(address.line2()));
    List<String> units = takeUnits(words);
    return new AddressForm(
        boxes(words),
        String.join(" ", units),
        String.join(" ", words(address.city())),
        ComparingForm.of(address.state()),
        zip(address.postalCode()));
  }

  private static List<String> words(@Nullable String text) {
    String form = ComparingForm.of(text);
    List<String> words = new ArrayList<>();
    for (String word : form.isEmpty() ? new String[0] : form.split(" ", -1)) {
      String bare = EDGES.matcher(word).replaceAll("");
      if (!bare.isEmpty()) {
        words.add(Publication28.abbreviate(bare));
      }
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

  /** Takes the first unit, if there is one. */
  private static void takeUnit(List<String> words, List<String> units) {
    for (int i = 0; i + 1 < words.size(); i++) {
      boolean sign = words.get(i).equals("#");
      boolean unit = UNITS.contains(words.get(i));
      int id = unit && words.get(i + 1).equals("#") ? i + 2 : i + 1;
      if ((unit || sign) && id < words.size() && isUnitId(words.get(id))) {
        units.add((sign ? "APT" : words.get(i)) + " " + words.get(id));
        words.subList(i, id + 1).clear();
        return;
      }
    }
  }

  /**
   * {@code 3}, {@code 12-B}, {@code 4C} or one letter, but not the next word of a street's name.
   */
  private static boolean isUnitId(String word) {
    return (word.length() == 1 && !word.equals("#"))
        || word.chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  /** One spelling for boxes and routes. */
  private static String boxes(List<String> words) {
    String line = " " + String.join(" ", words) + " ";
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
