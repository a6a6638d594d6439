package countersign.address;

import countersign.request.Request.Address;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * Everything that an address may mean, so that two addresses can be compared. {@code N St} is both
 * {@code North Street} and {@code N Street}, which are two streets; {@code Highway 6} may be {@code
 * State Highway 6}. A box and a street on two lines are one address with two places. Immutable.
 *
 * @see <a href="../../../../../docs/rules.md">R43, R45</a>
 */
public final class AddressReadings {
  private final Set<AddressForm> whole;
  private final Set<AddressForm> places;

  private AddressReadings(Set<AddressForm> whole, Set<AddressForm> places) {
    this.whole = whole;
    this.places = places;
  }

  /** Reads an address. */
  public static AddressReadings of(Address address) {
    ParsedAddress parsed = ParsedAddress.of(address);
    Address second = BoxAndStreet.second(parsed, address);
    if (second == null) {
      return new AddressReadings(forms(parsed, address), Set.of());
    }
    Set<AddressForm> places = forms(parsed.withoutOther(), address);
    places.addAll(forms(ParsedAddress.of(second), second));
    return new AddressReadings(forms(parsed, address), places);
  }

  private static Set<AddressForm> forms(ParsedAddress parsed, Address address) {
    Set<AddressForm> forms = new HashSet<>();
    forms.add(AddressForm.of(parsed, address, false));
    DeliveryLine line = parsed.line();
    if (line == null) {
      return forms;
    }
    if (StreetForm.isLetterOrDirection(line)) {
      forms.add(AddressForm.of(parsed, address, true));
    }
    DeliveryLine ofState = StreetForm.asStateRoad(line);
    if (ofState != null) {
      forms.add(AddressForm.of(parsed.with(ofState), address, false));
    }
    return forms;
  }

  /**
   * Whether both may be one address. If only one of them has two places, the other one is one of
   * the two; if both have two places, both places are the same.
   */
  public boolean agreeWith(AddressReadings other) {
    return !Collections.disjoint(whole, other.whole)
        || (other.places.isEmpty() && !Collections.disjoint(places, other.whole))
        || (places.isEmpty() && !Collections.disjoint(whole, other.places));
  }

  /** Returns no value, because it may be a taxpayer's. */
  @Override
  public String toString() {
    return "AddressReadings";
  }
}
