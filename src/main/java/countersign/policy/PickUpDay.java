package countersign.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The day of a file's first pick-up. Every date in the file is compared with this day, however late
 * a person decides.
 *
 * @param at first pick-up
 * @param local date in the agreement's time zone
 * @param utc date in UTC
 */
public record PickUpDay(Instant at, LocalDate local, LocalDate utc) {

  /** The pick-up day for that moment and an agreement's time zone. */
  public static PickUpDay of(Instant at, ZoneId zone) {
    return new PickUpDay(
        at, LocalDate.ofInstant(at, zone), LocalDate.ofInstant(at, ZoneOffset.UTC));
  }

  /** Whether the date is later than both dates of the pick-up. */
  public boolean isFuture(LocalDate date) {
    return date.isAfter(local) && date.isAfter(utc);
  }
}
