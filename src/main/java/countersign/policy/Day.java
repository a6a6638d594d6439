package countersign.policy;

import countersign.authority.Agreement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The day of a file's first pick-up; every date of it is measured then, however late a person
 * decides.
 *
 * @param at first pick-up
 * @param local date in the agreement's time zone
 * @param utc date in UTC
 */
public record Day(Instant at, LocalDate local, LocalDate utc) {

  /** The day of that moment under that agreement. */
  public static Day of(Instant at, Agreement agreement) {
    return new Day(
        at, LocalDate.ofInstant(at, agreement.zone()), LocalDate.ofInstant(at, ZoneOffset.UTC));
  }

  /** Later than both dates: nowhere has that day begun. */
  public boolean isFuture(LocalDate date) {
    return date.isAfter(local) && date.isAfter(utc);
  }
}
