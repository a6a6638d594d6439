package countersign.records;

/**
 * Whose addresses are wanted: only what narrows the search. Whether a row is the right one is
 * decided by {@link Records}, never by the source.
 */
public sealed interface Wanted {

  /**
   * Everything held under a taxpayer identifying number.
   *
   * @param tin nine digits
   */
  record ByTin(String tin) implements Wanted {
    @Override
    public String toString() {
      return "by TIN";
    }
  }

  /**
   * Everybody born that day with an address in that ZIP area.
   *
   * @param birthDate {@code YYYY-MM-DD}
   * @param zip first five digits
   */
  record ByBirthDateAndZip(String birthDate, String zip) implements Wanted {
    @Override
    public String toString() {
      return "by birth date and ZIP";
    }
  }
}
