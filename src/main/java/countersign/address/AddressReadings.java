package countersign.address;

import countersign.address.line.DeliveryLine;
import countersign.address.line.ParsedAddress;
import countersign.request.Request.Address;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything that an address may mean, so that two addresses can be compared. {@code Highway 6} may
 * be {@code State Highway 6}; {@code 12 St} may be {@code 12th St}. A box and a street on two lines
 * are one address with two places. Immutable.
 *
 * @see <a href="../../../../../docs/rules.md">R43, R45</a>
 */
public final class AddressReadings {
  /** Designators that a number sign replaces, apart from those of a dwelling. */
  private static final List<String> DESIGNATORS = List.of("STE", "PMB", "RM");

  private final Set<AddressForm> whole;
  private final Set<AddressForm> places;
  private final Set<AddressForm> unnamed;

  private AddressReadings(
      Set<AddressForm> whole, Set<AddressForm> places, Set<AddressForm> unnamed) {
    this.whole = whole;
    this.places = places;
    this.unnamed = unnamed;
  }

  /** Reads an address. */
  public static AddressReadings of(Address address) {
    ParsedAddress parsed = ParsedAddress.of(address);
    Address second = BoxAndStreet.second(parsed, address);
    Set<AddressForm> whole = forms(parsed, address);
    AddressForm bare = AddressForm.of(parsed, address, AddressReading.UNNAMED);
    Set<AddressForm> unnamed = new HashSet<>();
    if (!whole.contains(bare)) {
      unnamed.add(bare);
      unnamed.add(AddressForm.of(parsed, address, AddressReading.INITIALS));
    }
    if (second == null) {
      return new AddressReadings(whole, Set.of(), unnamed);
    }
    Set<AddressForm> places = forms(parsed.withoutOther(), address);
    places.addAll(forms(ParsedAddress.of(second), second));
    return new AddressReadings(whole, places, unnamed);
  }

  private static Set<AddressForm> forms(ParsedAddress parsed, Address address) {
    Set<AddressForm> forms = new HashSet<>();
    AddressForm plain = AddressForm.of(parsed, address, AddressReading.PLAIN);
    forms.add(plain);
    if (parsed.isUnitSigned()) {
      DESIGNATORS.forEach(unit -> forms.add(plain.withDesignator(unit)));
    }
    DeliveryLine line = parsed.line();
    if (line == null) {
      return forms;
    }
    if (StreetForm.isNumberOrOrdinal(line)) {
      forms.add(AddressForm.of(parsed, address, AddressReading.ORDINAL));
    }
    DeliveryLine ofState = StreetForm.asStateRoad(line);
    if (ofState != null) {
      forms.add(AddressForm.of(parsed.with(ofState), address, AddressReading.PLAIN));
    }
    return forms;
  }

  /**
   * Whether both may be one address. If only one of them has two places, the other one is one of
   * the two; if both have two places, both places are the same. The same holds for the name of a
   * building: two names differ, and an address without one is in any of them.
   */
  public boolean agreeWith(AddressReadings other) {
    return !Collections.disjoint(whole, other.whole)
        || isOneOf(other.places, places, other.whole)
        || isOneOf(places, other.places, whole)
        || isOneOf(other.unnamed, unnamed, other.whole)
        || isOneOf(unnamed, other.unnamed, whole);
  }

  /** Whether the first set is empty and the other two have a form in common. */
  private static boolean isOneOf(
      Set<AddressForm> none, Set<AddressForm> some, Set<AddressForm> whole) {
    return none.isEmpty() && !Collections.disjoint(some, whole);
  }

  /** Returns no value, because it may be a taxpayer's. */
  @Override
  public String toString() {
    return "AddressReadings";
  }
}
