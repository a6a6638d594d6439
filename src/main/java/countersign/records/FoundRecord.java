package countersign.records;

import countersign.request.Request.Address;
import org.jspecify.annotations.Nullable;

/**
 * One person and one address as the record source holds them: the columns that are needed and no
 * others.
 *
 * @param tin nine digits
 * @param nameControl as the source keeps it, one to four characters
 * @param name of the person
 * @param birthDate {@code YYYY-MM-DD}; null if the source does not know it
 * @param address as held
 * @param period tax year of the return or update the address came from, four digits
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
   * A person's name as held.
   *
   * @param given given name
   * @param middle middle name or initial; null if none
   * @param surname family name
   * @param suffix such as JR; null if none
   */
  public record Name(
      String given, @Nullable String middle, String surname, @Nullable String suffix) {}

  /** Says nothing: every component is a taxpayer's. */
  @Override
  public String toString() {
    return "FoundRecord";
  }
}
