package countersign.stops;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * The days of pick-up that a stop covers, UTC; written {@code 2026-11-01/2026-11-30}.
 *
 * @param first first day
 * @param last last day, not before the first
 */
record StopDays(LocalDate first, LocalDate last) {
  private static final int DAY_CHARACTERS = 10;
  private static final int FIRST_YEAR = 1;

  StopDays {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("The last day is before the first");
    }
    if (first.getYear() < FIRST_YEAR) {
      throw new IllegalArgumentException("The database has no such day");
    }
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if it is not two days in this form and order
   */
  static StopDays parse(String text) {
    String[] days = text.split("/", -1);
    if (days.length != 2
        || days[0].length() != DAY_CHARACTERS
        || days[1].length() != DAY_CHARACTERS) {
      throw new IllegalArgumentException("Not two days");
    }
    try {
      return new StopDays(LocalDate.parse(days[0]), LocalDate.parse(days[1]));
    } catch (DateTimeException cause) {
      throw new IllegalArgumentException("Not two days", cause);
    }
  }

  boolean contain(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }
}
