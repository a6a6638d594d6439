package countersign.demo;

import java.util.List;
import java.util.Random;

/** Names of fictitious people with realistic frequencies. */
final class SyntheticNames {
  private static final List<String> GIVEN =
      List.of(
          "MARIA", "JOSE", "JUAN", "ANA", "LUIS", "CARMEN", "CARLOS", "ROSA", "JORGE", "ELENA",
          "MIGUEL", "LUCIA", "PEDRO", "SOFIA", "DIEGO", "ISABEL", "RAFAEL", "TERESA", "ANDRES",
          "PAULA", "WEI", "LI", "MIN", "JING", "AMIT", "PRIYA", "RAVI", "ANITA", "OLGA", "IVAN",
          "AMINA", "OMAR", "FATIMA", "YUSUF", "GRACE", "SAMUEL", "RUTH", "DANIEL", "ESTHER",
          "DAVID", "JAMES", "LINDA", "ROBERT", "KAREN", "JON", "KIM", "THANH", "MAI", "HANA",
          "JOON");
  private static final List<String> COMMON =
      List.of(
          "GARCIA",
          "RODRIGUEZ",
          "MARTINEZ",
          "HERNANDEZ",
          "LOPEZ",
          "GONZALEZ",
          "PEREZ",
          "SANCHEZ",
          "RAMIREZ",
          "TORRES");
  private static final List<String> FAMILY =
      List.of(
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
          "NGUYEN",
          "TRAN",
          "LE",
          "PHAM",
          "WANG",
          "CHEN",
          "LIU",
          "ZHANG",
          "PATEL",
          "SHAH",
          "KIM",
          "PARK",
          "SINGH",
          "KHAN",
          "ALI",
          "HASSAN",
          "MOHAMED",
          "ABEBE",
          "OKAFOR",
          "MENSAH",
          "O'NEILL",
          "MCDONALD",
          "DE LA ROSA",
          "DEL CASTILLO",
          "VON DER HEIDE",
          "CEDAR-HAWTHORN",
          "SMITH-JONES",
          "LA",
          "IBARRA-LUNA",
          "SANTOS");

  private SyntheticNames() {}

  static String given(Random random) {
    return GIVEN.get(random.nextInt(GIVEN.size()));
  }

  static String family(Random random) {
    int kind = random.nextInt(10);
    if (kind < 5) {
      return COMMON.get(random.nextInt(COMMON.size()));
    }
    String one = FAMILY.get(random.nextInt(FAMILY.size()));
    boolean compound = kind == 9 && !one.contains(" ") && !one.contains("-");
    return compound ? one + " " + COMMON.get(random.nextInt(COMMON.size())) : one;
  }
}
