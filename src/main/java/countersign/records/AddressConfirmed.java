package countersign.records;

import countersign.address.AddressReadings;
import countersign.request.Request.Address;
import java.util.List;
import java.util.Optional;

/**
 * Proof that the stated address equals, after Publication 28 normalisation, an address held for the
 * same taxpayer (code ADDRESS_CONFIRMED). Only the comparison creates an instance, and a {@link
 * Match} cannot be created without one.
 *
 * @see <a href="../../../../../docs/rules.md">R43, R46</a>
 */
public final class AddressConfirmed {
  private final String period;

  private AddressConfirmed(String period) {
    this.period = period;
  }

  /**
   * Compares the stated address with the held ones.
   *
   * @param stated address as the request states it
   * @param held every row of one taxpayer, current and historical
   * @return empty if none of the rows has the stated address
   */
  static Optional<AddressConfirmed> compare(Address stated, List<FoundRecord> held) {
    AddressReadings readings = AddressReadings.of(stated);
    return held.stream()
        .filter(row -> AddressReadings.of(row.address()).agreeWith(readings))
        .map(FoundRecord::period)
        .max(String::compareTo)
        .map(AddressConfirmed::new);
  }

  /** Newest tax year for which the stated address is held, four digits. */
  public String period() {
    return period;
  }
}
