package countersign.address;

import static java.util.stream.Collectors.joining;

import countersign.address.line.DeliveryLine;
import countersign.address.line.DeliveryLine.Form;
import countersign.address.line.ParsedAddress;
import countersign.postal.CountingWords;
import countersign.postal.NameWords;
import countersign.postal.NumberWords;
import countersign.postal.Ordinals;
import countersign.postal.Publication28;
import countersign.postal.PuertoRico;
import countersign.postal.unit.UnitForms;
import countersign.request.Request.Address;
import countersign.validation.ComparingForm;
import countersign.validation.Digits;
import countersign.validation.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The address comparing form: two addresses are equal exactly if they have the same delivery line
 * as the screen reads it, the same units and the same last line. Case, punctuation, abbreviations,
 * the spelling of numbers and routes, the position of a unit, an addressee and a repeated last line
 * do not matter; everything else does. Pure.
 *
 * @param delivery delivery line without the unit, in standard abbreviations
 * @param unit unit designators and their ids; empty if there is none
 * @param city comparing form, in standard abbreviations
 * @param state upper case
 * @param zip first five digits
 * @see <a href="../../../../../docs/rules.md">R43, R45</a>
 */
public record AddressForm(String delivery, String unit, String city, String state, String zip) {
  private static final int ZIP_DIGITS = 5;
  private static final String DWELLING = "APT ";

  /** Normalises an address; a missing field becomes an empty one. */
  public static AddressForm of(Address address) {
    return of(ParsedAddress.of(address), address, AddressReading.COUNTED);
  }

  /** The form of an address that is already read. */
  static AddressForm of(ParsedAddress read, Address address, AddressReading reading) {
    ParsedAddress parsed = reading == AddressReading.COUNTED ? ofState(read) : read;
    Address other = BoxAndStreet.second(parsed, address);
    return other == null ? one(parsed, address, reading) : both(parsed, address, reading, other);
  }

  /** The same address with a state's road for a highway that may be one. */
  private static ParsedAddress ofState(ParsedAddress parsed) {
    DeliveryLine line = parsed.line() == null ? null : StreetForm.asStateRoad(parsed.line());
    return line == null ? parsed : parsed.with(line);
  }

  /** The same address with another designator before the id of its only unit. */
  AddressForm withDesignator(String designator) {
    boolean only = unit.startsWith(DWELLING) && unit.indexOf(' ', DWELLING.length()) < 0;
    String other = only ? designator + " " + unit.substring(DWELLING.length()) : unit;
    return new AddressForm(delivery, other, city, state, zip);
  }

  private static AddressForm one(ParsedAddress parsed, Address address, AddressReading reading) {
    List<String> units = new ArrayList<>();
    List<String> named = new ArrayList<>();
    List<String> delivery = delivery(parsed, units, named, reading);
    if (reading == AddressReading.COUNTED) {
      named.removeIf(NamedParts::isOptional);
    }
    if (!reading.isUnnamed()) {
      units.addAll(NamedParts.unmarked(named));
    }
    UnitForms.unify(units);
    units.sort(null);
    return new AddressForm(
        String.join(" ", delivery),
        String.join(" ", units),
        String.join(" ", NameWords.standard(ComparingForm.bareWords(address.city()))),
        ComparingForm.of(address.state()),
        zip(address.postalCode()));
  }

  /** The form of two complete lines, which is the same in both orders. */
  private static AddressForm both(
      ParsedAddress parsed, Address address, AddressReading reading, Address other) {
    AddressForm one = one(parsed.withoutOther(), address, reading);
    AddressForm two = of(ParsedAddress.of(other), other, reading);
    return new AddressForm(
        Stream.of(one.delivery, two.delivery).sorted().collect(joining(" ")),
        Stream.of(one.unit, two.unit)
            .filter(unit -> !unit.isEmpty())
            .sorted()
            .collect(joining(" ")),
        one.city,
        one.state,
        one.zip);
  }

  private static boolean isIsland(ParsedAddress parsed) {
    return parsed.lines().state().equals("PR");
  }

  private static List<String> delivery(
      ParsedAddress parsed, List<String> units, List<String> named, AddressReading reading) {
    DeliveryLine line = parsed.line();
    if (line == null) {
      return UnitForms.takeFirst(NameWords.standard(parsed.lines().own()), units);
    }
    List<String> words = new ArrayList<>();
    boolean island = isIsland(parsed);
    List<String> before = before(line, island, units, named);
    if (line.form() == Form.PUERTO_RICO || line.isPlaceOnly()) {
      words.addAll(before);
    }
    words.addAll(line.box());
    List<String> rest =
        Ordinals.joined(StreetForm.of(line, units, named, reading, parsed.lines().state()));
    words.addAll(number(line.number()));
    if (isLetterOfNumber(line)) {
      words.set(0, words.get(0) + rest.remove(0));
    }
    List<String> other = OtherLine.words(parsed, units, named);
    if (!other.isEmpty()) {
      rest.addAll(other);
      rest = UnitForms.take(rest, units); // words of two lines are neighbours now
    }
    words.addAll(rest);
    if (island && line.form() != Form.PUERTO_RICO && PuertoRico.holds(before)) {
      words.addAll(before);
    }
    return island ? PuertoRico.ordered(words) : words;
  }

  private static List<String> before(
      DeliveryLine line, boolean island, List<String> units, List<String> named) {
    return island || line.isPlaceOnly()
        ? UnitForms.takeFirst(NameWords.standard(line.before()), units)
        : AddresseeParts.take(line.before(), units, named);
  }

  /** Whether the street's first word is the letter of the house number: {@code 123 A Main St}. */
  private static boolean isLetterOfNumber(DeliveryLine line) {
    List<String> name = line.nameWords();
    return line.form() == DeliveryLine.Form.SUFFIX
        && line.number().size() == 1
        && Digits.only(line.number().get(0))
        && name.size() > 1
        && name.get(0).length() == 1
        && Presence.hasLetter(name.get(0))
        && !name.get(0).equals("O") // O Brien
        && !Publication28.isDirection(name.get(0))
        && (name.get(1).length() > 1
            || (name.size() > 2 && Publication28.isDirection(name.get(1))));
  }

  /** The house number in digits; a letter belongs to it without a hyphen. */
  private static List<String> number(List<String> number) {
    if (NumberWords.endOfHundreds(number, 0) == number.size()) {
      return NumberWords.inDigits(number);
    }
    int words = CountingWords.at(number, 0);
    if (words == 0 && number.size() == 1 && number.get(0).indexOf('-') < 0) {
      return List.of(UnitForms.withoutZeros(number.get(0)));
    }
    List<String> digits = new ArrayList<>(number.size());
    if (words > 0) {
      digits.add(Integer.toString(CountingWords.value(number, 0)));
    }
    for (String part : number.subList(words, number.size())) {
      int fraction = part.indexOf('-');
      if (fraction > 0 && part.indexOf('/') > fraction) { // 12-1/2
        digits.add(part.substring(0, fraction));
        digits.add(part.substring(fraction + 1));
      } else {
        digits.add(UnitForms.withoutZeros(UnitForms.joined(part)));
      }
    }
    return digits;
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
