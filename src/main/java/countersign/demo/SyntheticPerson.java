package countersign.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fictitious person.
 *
 * @param tin nine digits of the reserved synthetic range
 * @param givenName given name
 * @param middleName middle name; null if none
 * @param surname family name, possibly of several words
 * @param suffix JR and so on; null if none
 * @param birthDate date of birth
 * @param homes addresses, oldest first; the last one is the last known
 */
public record SyntheticPerson(
    String tin,
    String givenName,
    @Nullable String middleName,
    String surname,
    @Nullable String suffix,
    LocalDate birthDate,
    List<Home> homes) {

  /** Makes an immutable copy of the homes. */
  public SyntheticPerson {
    homes = List.copyOf(homes);
  }

  /**
   * An address in the records.
   *
   * @param line1 delivery line
   * @param line2 unit; null if none
   * @param city city
   * @param state two letters
   * @param postalCode ZIP code
   * @param period tax year of the return that gave the address
   */
  public record Home(
      String line1,
      @Nullable String line2,
      String city,
      String state,
      String postalCode,
      int period) {
    Home in(int year) {
      return new Home(line1, line2, city, state, postalCode, year);
    }
  }

  /** The last known address, which would be disclosed. */
  public Home lastKnown() {
    return homes.get(homes.size() - 1);
  }
}
