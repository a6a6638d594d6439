package countersign.records;

import java.time.LocalDate;

/**
 * Whose addresses are wanted: only what narrows the search. Whether a row is the right one is
 * decided by {@link RecordLookup}, never by the source.
 */
public sealed interface LookupKey {

  /**
   * Everything held under a taxpayer identifying number.
   *
   * @param tin nine digits
   */
  record ByTin(String tin) implements LookupKey {
    @Override
    public String toString() {
      return "by TIN";
    }
  }

  /**
   * Everything held for everybody born that day who has an address in that ZIP area, their other
   * addresses included.
   *
   * @param birthDate the day
   * @param zip first five digits
   */
  record ByBirthDateAndZip(LocalDate birthDate, String zip) implements LookupKey {
    @Override
    public String toString() {
      return "by birth date and ZIP";
    }
  }
}
