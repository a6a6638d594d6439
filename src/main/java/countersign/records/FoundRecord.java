package countersign.records;

import countersign.request.Request.Address;
import org.jspecify.annotations.Nullable;

/**
 * One person and one address in the record source; contains only the columns that are needed.
 *
 * @param tin taxpayer identifying number, nine digits
 * @param nameControl as the source stores it, with or without the hyphen and filling blanks
 * @param name name of the person
 * @param birthDate {@code YYYY-MM-DD}; null if the source does not know it
 * @param address address as held
 * @param period tax year of the return or update that contained the address, four digits
 * @param lastKnown whether this is the person's last known address
 */
public record FoundRecord(
    String tin,
    String nameControl,
    Name name,
    @Nullable String birthDate,
    Address address,
    String period,
    boolean lastKnown) {

  /**
   * A person's name in the record source.
   *
   * @param given given name
   * @param middle middle name or initial; null if none
   * @param surname family name
   * @param suffix such as JR; null if none
   */
  public record Name(
      String given, @Nullable String middle, String surname, @Nullable String suffix) {}

  /** Returns no value, because every component is a taxpayer's data. */
  @Override
  public String toString() {
    return "FoundRecord";
  }
}
