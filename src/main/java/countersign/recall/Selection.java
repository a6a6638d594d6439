package countersign.recall;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * By what responses are recalled.
 *
 * @param by the kind of the value
 * @param value an id; for DAYS two days with a slash between them
 */
public record Selection(By by, String value) {

  /** Kinds of values. */
  public enum By {
    /** One request: {@code fileId/requestId}. */
    REQUEST,
    /** One response. */
    RESPONSE,
    /** Every response to a file. */
    FILE,
    /** Every response to files that this version of the rules judged. */
    RULE_SET,
    /** Every response to an officer. */
    OFFICER,
    /** Every response to an agency. */
    AGENCY,
    /** Every response under the agreement that a court order of the posture names. */
    COURT_ORDER,
    /** Every response that was delivered on these days, UTC. */
    DAYS
  }

  /**
   * Checks the value.
   *
   * @throws IllegalArgumentException if it is empty or too long, or DAYS has no two days
   */
  public Selection {
    if (value.isBlank() || value.length() > 200) {
      throw new IllegalArgumentException("A selection needs a value");
    }
    if (by == By.DAYS) {
      from(value);
      until(value);
    }
  }

  /** The first day of DAYS. */
  LocalDate from() {
    return from(value);
  }

  /** The last day of DAYS. */
  LocalDate until() {
    return until(value);
  }

  private static LocalDate from(String value) {
    return day(value, 0);
  }

  private static LocalDate until(String value) {
    return day(value, 1);
  }

  private static LocalDate day(String value, int part) {
    String[] days = value.split("/", -1);
    try {
      if (days.length == 2) {
        return LocalDate.parse(days[part]);
      }
    } catch (DateTimeException quotesTheInput) {
      throw new IllegalArgumentException("Write days as 2026-11-01/2026-11-30");
    }
    throw new IllegalArgumentException("Write days as 2026-11-01/2026-11-30");
  }
}
