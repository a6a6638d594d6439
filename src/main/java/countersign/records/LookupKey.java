package countersign.records;

import java.time.LocalDate;

/**
 * Whose addresses are wanted: only what narrows the search. Whether a row is the right one is
 * decided by {@link RecordLookup}, never by the source.
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
   * Everything held under a taxpayer identifying number.
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
   * Everything held for everybody born that day who has an address in that ZIP area, their other
   * addresses included.
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
