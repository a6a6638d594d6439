package countersign.validation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Dates as the profile writes them. */
public final class Dates {
  private static final int LENGTH = 10;

  private Dates() {}

  /** The day, or empty if it is missing or is not {@code YYYY-MM-DD} of a day that exists. */
  public static Optional<LocalDate> of(@Nullable String written) {
    String text = Presence.trimmed(written);
    if (text.length() != LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return Optional.empty();
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, LENGTH);
    boolean exists =
        year >= 0
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= YearMonth.of(year, month).lengthOfMonth();
    return exists ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
  }

  /** ASCII digits as a number; -1 if there is anything else. */
  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = number * 10 + (c - '0');
    }
    return number;
  }
}
