package countersign.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The day of a file's first pick-up; every date of it is measured then, however late a person
 * decides.
 *
 * @param at first pick-up
 * @param local date in the agreement's time zone
 * @param utc date in UTC
 */
public record PickUpDay(Instant at, LocalDate local, LocalDate utc) {

  /** The day of that moment in an agreement's time zone. */
  public static PickUpDay of(Instant at, ZoneId zone) {
    return new PickUpDay(
        at, LocalDate.ofInstant(at, zone), LocalDate.ofInstant(at, ZoneOffset.UTC));
  }

  /** Later than both dates: nowhere has that day begun. */
  public boolean isFuture(LocalDate date) {
    return date.isAfter(local) && date.isAfter(utc);
  }
}
