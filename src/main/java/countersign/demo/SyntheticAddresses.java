package countersign.demo;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Addresses in the style of Publication 28 whose ZIP code belongs to the state; the streets are
 * invented.
 */
final class SyntheticAddresses {
  private record City(String name, String state, int zip) {}

  private static final List<City> CITIES =
      List.of(
          new City("AUSTIN", "TX", 78701),
          new City("HOUSTON", "TX", 77002),
          new City("CHICAGO", "IL", 60601),
          new City("PHOENIX", "AZ", 85003),
          new City("LOS ANGELES", "CA", 90012),
          new City("SAN DIEGO", "CA", 92101),
          new City("DENVER", "CO", 80202),
          new City("MIAMI", "FL", 33128),
          new City("ATLANTA", "GA", 30303),
          new City("BOSTON", "MA", 2108),
          new City("NEWARK", "NJ", 7102),
          new City("NEW YORK", "NY", 10007),
          new City("CHARLOTTE", "NC", 28202),
          new City("COLUMBUS", "OH", 43215),
          new City("PHILADELPHIA", "PA", 19102),
          new City("NASHVILLE", "TN", 37201),
          new City("SEATTLE", "WA", 98101),
          new City("PORTLAND", "OR", 97204),
          new City("LAS VEGAS", "NV", 89101),
          new City("OMAHA", "NE", 68102),
          new City("MINNEAPOLIS", "MN", 55401),
          new City("DETROIT", "MI", 48226),
          new City("BALTIMORE", "MD", 21202),
          new City("RICHMOND", "VA", 23219),
          new City("NEW ORLEANS", "LA", 70112),
          new City("SALT LAKE CITY", "UT", 84101),
          new City("BOISE", "ID", 83702),
          new City("DES MOINES", "IA", 50309),
          new City("LITTLE ROCK", "AR", 72201),
          new City("HONOLULU", "HI", 96813));
  private static final List<String> STREETS =
      List.of(
          "OAK",
          "MAPLE",
          "CEDAR",
          "ELM",
          "PINE",
          "LAKE",
          "HILL",
          "RIVER",
          "SUNSET",
          "MEADOW",
          "FIFTH",
          "SECOND",
          "WASHINGTON",
          "JEFFERSON",
          "LINCOLN",
          "MARTIN",
          "MESA VERDE",
          "BLUE HERON",
          "TEST PILOT",
          "ORCHARD");
  private static final List<String> SUFFIXES =
      List.of("ST", "AVE", "RD", "DR", "LN", "BLVD", "CT", "WAY", "PL", "TER");
  private static final List<String> DIRECTIONS = List.of("", "", "", "N ", "S ", "E ", "W ");

  private final Random random;

  SyntheticAddresses(Random random) {
    this.random = random;
  }

  SyntheticPerson.Home home(int period) {
    City city = CITIES.get(random.nextInt(CITIES.size()));
    String line1 = line1();
    String line2 = line2();
    return new SyntheticPerson.Home(
        line1,
        line1.contains("BOX") ? null : line2,
        city.name(),
        city.state(),
        "%05d".formatted(city.zip()),
        period);
  }

  private String line1() {
    int style = random.nextInt(20);
    if (style == 0) {
      return "PO BOX " + (100 + random.nextInt(9_000));
    }
    if (style == 1) {
      return "RR " + (1 + random.nextInt(9)) + " BOX " + (1 + random.nextInt(300));
    }
    return (100 + random.nextInt(9_800))
        + " "
        + DIRECTIONS.get(random.nextInt(DIRECTIONS.size()))
        + STREETS.get(random.nextInt(STREETS.size()))
        + " "
        + SUFFIXES.get(random.nextInt(SUFFIXES.size()));
  }

  private @Nullable String line2() {
    return random.nextInt(3) == 0 ? "APT " + (1 + random.nextInt(40)) : null;
  }
}
