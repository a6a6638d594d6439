package countersign.address;

import countersign.address.line.DeliveryLine;
import countersign.address.line.ParsedAddress;
import countersign.request.Request.Address;
import org.jspecify.annotations.Nullable;

/** Addresses with a place on each of their two lines: a box and a street. Pure. */
final class BoxAndStreet {
  private BoxAndStreet() {}

  /** The other line as an address of its own if it is a box or a street too; null if it is not. */
  static @Nullable Address second(ParsedAddress parsed, Address address) {
    boolean one = parsed.line() != null && parsed.line().isPlace();
    if (!one || parsed.ownOther().isEmpty() || parsed.lines().state().equals("PR")) {
      return null;
    }
    DeliveryLine found = other(parsed, address);
    return found != null && found.isPlace() && found.before().isEmpty()
        ? otherAlone(parsed, address)
        : null;
  }

  /** The delivery line of the other line; null if it has none. */
  static @Nullable DeliveryLine other(ParsedAddress parsed, Address address) {
    return ParsedAddress.of(otherAlone(parsed, address)).line();
  }

  private static Address otherAlone(ParsedAddress parsed, Address address) {
    return alone(address, parsed.first() ? address.line2() : address.line1());
  }

  /** The line with the last line of the address. */
  private static Address alone(Address address, @Nullable String line) {
    return new Address(line, null, address.city(), address.state(), address.postalCode());
  }
}
