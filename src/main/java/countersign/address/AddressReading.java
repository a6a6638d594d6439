package countersign.address;

/** The ways in which one address may be read, when two addresses are compared. */
enum AddressReading {
  /** Without what may be missing in another spelling: for rules that count addresses. */
  COUNTED,
  /** As written. */
  PLAIN,
  /** A number that is a street's whole name is an ordinal: {@code 12 St} is {@code 12th St}. */
  ORDINAL,
  /** Without the names of building and county and without the number behind an addressee. */
  UNNAMED,
  /** The same, with the initials of the county: {@code Weld County Road 13} is {@code WCR 13}. */
  INITIALS;

  /** Whether the names that may be missing are left out. */
  boolean isUnnamed() {
    return this == UNNAMED || this == INITIALS;
  }
}
