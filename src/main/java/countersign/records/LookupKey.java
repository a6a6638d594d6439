package countersign.records;

import java.time.LocalDate;

/**
 * What the record source is asked for: a taxpayer's number, or a date of birth with a ZIP code. The
 * source may return too many rows; {@link RecordLookup} decides which of them match.
 */
public sealed interface LookupKey {

  /** By which key it is searched; every place that tells the keys apart switches over this. */
  Key key();

  /** What a source is searched by. */
  enum Key {
    /** {@link ByTin}. */
    TIN,
    /** {@link ByBirthDateAndZip}. */
    BIRTH_DATE_AND_ZIP
  }

  /**
   * All rows of a taxpayer identifying number.
   *
   * @param tin nine digits
   */
  record ByTin(String tin) implements LookupKey {
    @Override
    public Key key() {
      return Key.TIN;
    }

    @Override
    public String toString() {
      return "by TIN";
    }
  }

  /**
   * All rows of people born on that day who have an address in that ZIP area, including their other
   * addresses.
   *
   * @param birthDate the day
   * @param zip first five digits
   */
  record ByBirthDateAndZip(LocalDate birthDate, String zip) implements LookupKey {
    @Override
    public Key key() {
      return Key.BIRTH_DATE_AND_ZIP;
    }

    @Override
    public String toString() {
      return "by birth date and ZIP";
    }
  }
}
