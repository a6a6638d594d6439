package countersign.records;

import countersign.request.Request.Address;
import countersign.validation.AddressForm;
import java.util.List;
import java.util.Optional;

/**
 * The stamp ADDRESS_CONFIRMED as a type: the stated address equals, after Publication 28
 * normalisation, an address that is held for this one taxpayer. Nothing but the comparison can make
 * one, and no {@link Match} can be made without one.
 *
 * @see <a href="../../../../../docs/rules.md">R43, R46</a>
 */
public final class AddressConfirmed {
  private final String period;

  private AddressConfirmed(String period) {
    this.period = period;
  }

  /**
   * Compares.
   *
   * @param stated as the request states it
   * @param held every row of one taxpayer, current and historical
   * @return empty if none of them is the stated address
   */
  static Optional<AddressConfirmed> compare(Address stated, List<FoundRecord> held) {
    AddressForm form = AddressForm.of(stated);
    return held.stream()
        .filter(row -> AddressForm.of(row.address()).equals(form))
        .map(FoundRecord::period)
        .max(String::compareTo)
        .map(AddressConfirmed::new);
  }

  /** Newest tax year for which the stated address is held. */
  public String period() {
    return period;
  }
}
