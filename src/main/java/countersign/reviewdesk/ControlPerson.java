package countersign.reviewdesk;

import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A made-up person at a made-up address.
 *
 * @param given given name, upper case as on record
 * @param surname surname, upper case as on record
 * @param born birth date
 * @param street street and number
 */
record ControlPerson(String given, String surname, LocalDate born, String street) {
  private static final List<String> GIVEN =
      List.of(
          "MARIA", "JOSE", "JUAN", "ANA", "LUIS", "CARMEN", "CARLOS", "ROSA", "JORGE", "ELENA",
          "MIGUEL", "LUCIA", "PEDRO", "SOFIA", "DIEGO", "ISABEL", "RAFAEL", "TERESA", "ANDRES",
          "PAULA", "GRACE", "SAMUEL", "RUTH", "DANIEL", "ESTHER", "DAVID", "JAMES", "LINDA");
  private static final List<String> SURNAMES =
      List.of(
          "GARCIA",
          "LOPEZ",
          "MARTINEZ",
          "RODRIGUEZ",
          "HERNANDEZ",
          "PEREZ",
          "SANCHEZ",
          "RAMIREZ",
          "TORRES",
          "FLORES",
          "RIVERA",
          "GOMEZ",
          "DIAZ",
          "REYES",
          "MORALES",
          "CRUZ",
          "ORTIZ",
          "GUTIERREZ",
          "CHAVEZ",
          "RAMOS",
          "SMITH",
          "JOHNSON",
          "BROWN",
          "LEE",
          "NGUYEN");
  private static final List<String> STREETS =
      List.of(
          "OAK ST",
          "ELM AVE",
          "MAPLE DR",
          "CEDAR LN",
          "PINE ST",
          "WALNUT ST",
          "PARK AVE",
          "LAKE RD",
          "HILL ST",
          "RIVER RD",
          "CHERRY LN",
          "SPRUCE ST",
          "2ND AVE",
          "5TH ST");
  private static final int OLDEST_YEARS = 60;
  private static final int YOUNGEST_YEARS = 22;
  private static final int DAYS = 365;
  private static final int HOUSES = 9_000;

  static ControlPerson random(RandomGenerator random, LocalDate today) {
    return new ControlPerson(
        one(GIVEN, random), one(SURNAMES, random), born(random, today), street(random));
  }

  /** Another given name, another birth date, the same surname and address. */
  ControlPerson other(RandomGenerator random, LocalDate today) {
    String name = given;
    while (name.equals(given)) {
      name = one(GIVEN, random);
    }
    LocalDate day = born;
    while (day.equals(born)) {
      day = born(random, today);
    }
    return new ControlPerson(name, surname, day, street);
  }

  /** A street and number that differ from the person's own. */
  String otherStreet(RandomGenerator random) {
    String other = street;
    while (other.equals(street)) {
      other = street(random);
    }
    return other;
  }

  private static String street(RandomGenerator random) {
    return (100 + random.nextInt(HOUSES)) + " " + one(STREETS, random);
  }

  private static LocalDate born(RandomGenerator random, LocalDate today) {
    return today
        .minusYears(YOUNGEST_YEARS)
        .minusDays(random.nextInt((OLDEST_YEARS - YOUNGEST_YEARS) * DAYS));
  }

  private static String one(List<String> all, RandomGenerator random) {
    return all.get(random.nextInt(all.size()));
  }

  /** A word as people write it in a request. */
  static String written(String upper) {
    StringBuilder text = new StringBuilder();
    for (String word : upper.split(" ", -1)) {
      text.append(text.isEmpty() ? "" : " ").append(word, 0, 1);
      text.append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
    }
    return text.toString();
  }

  /** Contains no value, because its user must not learn to know it from a log. */
  @Override
  public String toString() {
    return "ControlPerson";
  }
}
