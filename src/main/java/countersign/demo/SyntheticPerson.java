package countersign.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person who does not exist.
 *
 * @param tin nine digits of the reserved synthetic range
 * @param givenName given name
 * @param middleName middle name; null: none
 * @param surname family name, perhaps of several words
 * @param suffix JR and so on; null: none
 * @param birthDate day of birth
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

  /** Copies the homes in. */
  public SyntheticPerson {
    homes = List.copyOf(homes);
  }

  /**
   * An address in the records.
   *
   * @param line1 delivery line
   * @param line2 unit; null: none
   * @param city city
   * @param state two letters
   * @param postalCode ZIP
   * @param period the year of the return it came with
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

  /** The address that would be disclosed. */
  public Home lastKnown() {
    return homes.get(homes.size() - 1);
  }
}
