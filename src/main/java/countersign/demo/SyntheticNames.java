package countersign.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Names of fictitious people with realistic frequencies. The surnames, with short and hyphenated
 * ones, are in the resource {@code synthetic-surnames.csv}.
 */
final class SyntheticNames {
  private static final List<String> GIVEN =
      List.of(
          "MARIA", "JOSE", "JUAN", "ANA", "LUIS", "CARMEN", "CARLOS", "ROSA", "JORGE", "ELENA",
          "MIGUEL", "LUCIA", "PEDRO", "SOFIA", "DIEGO", "ISABEL", "RAFAEL", "TERESA", "ANDRES",
          "PAULA", "WEI", "LI", "MIN", "JING", "AMIT", "PRIYA", "RAVI", "ANITA", "OLGA", "IVAN",
          "AMINA", "OMAR", "FATIMA", "YUSUF", "GRACE", "SAMUEL", "RUTH", "DANIEL", "ESTHER",
          "DAVID", "JAMES", "LINDA", "ROBERT", "KAREN", "JON", "KIM", "THANH", "MAI", "HANA",
          "JOON");
  private static final String TABLE = "synthetic-surnames.csv";

  /** Surnames with their name controls, in the order of the table. */
  private static final Map<String, String> CONTROLS = table();

  private static final int NAME_CONTROL = 4;

  /** The first surnames of the table are the frequent ones. */
  private static final int COMMON = 10;

  private static final List<String> SURNAMES = List.copyOf(CONTROLS.keySet());

  private SyntheticNames() {}

  static String given(Random random) {
    return GIVEN.get(random.nextInt(GIVEN.size()));
  }

  static String family(Random random) {
    int kind = random.nextInt(10);
    if (kind < 5) {
      return SURNAMES.get(random.nextInt(COMMON));
    }
    String one = SURNAMES.get(COMMON + random.nextInt(SURNAMES.size() - COMMON));
    boolean compound = kind == 9 && one.length() >= NAME_CONTROL && one.matches("[A-Z']+");
    return compound ? one + " " + SURNAMES.get(random.nextInt(COMMON)) : one;
  }

  /**
   * The name control of a surname that {@link #family} gives, filled with blanks as the IRS stores
   * it. It is written by hand in the table, because the program that compares it must not make it.
   */
  static String control(String surname) {
    String written = CONTROLS.get(surname);
    String control =
        written == null ? CONTROLS.get(surname.substring(0, surname.indexOf(' '))) : written;
    return "%-4s".formatted(control);
  }

  private static Map<String, String> table() {
    Map<String, String> controls = new LinkedHashMap<>();
    try (BufferedReader rows =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(SyntheticNames.class.getResourceAsStream(TABLE)),
                StandardCharsets.UTF_8))) {
      rows.readLine(); // the names of the columns
      for (String row = rows.readLine(); row != null; row = rows.readLine()) {
        String[] cells = row.split(",", -1);
        controls.put(cells[0], cells[1]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return controls;
  }
}
