package countersign.authority;

import countersign.clock.CronTimes;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a partner's inbox is polled.
 *
 * @param delay pause between two polls; null if the route's own pause is enough
 * @param cron times of polls; null if they follow each other after a pause
 * @param from local time at which the polls of a day begin; null together with {@code until} if
 *     they may be at any time
 * @param until local time at which they end; before {@code from} if they go on until the next day
 * @param days days of the week on which polls begin
 * @param zone time zone of the other components
 */
public record PollSchedule(
    @Nullable Duration delay,
    @Nullable CronTimes cron,
    @Nullable LocalTime from,
    @Nullable LocalTime until,
    Set<DayOfWeek> days,
    ZoneId zone) {
  /** As often as the route polls. */
  public static final PollSchedule ALWAYS =
      new PollSchedule(null, null, null, null, Set.of(DayOfWeek.values()), ZoneOffset.UTC);

  /** Makes an immutable copy of the set. */
  public PollSchedule {
    days = Set.copyOf(days);
  }

  /** Whether the inbox may be polled at this time of the week. */
  public boolean isOpen(Instant now) {
    ZonedDateTime local = now.atZone(zone);
    LocalTime time = local.toLocalTime();
    if (from == null || until == null) {
      return days.contains(local.getDayOfWeek());
    }
    boolean overnight = until.isBefore(from);
    boolean evening = !time.isBefore(from) && (overnight || time.isBefore(until));
    boolean morning = overnight && time.isBefore(until);
    return (evening && days.contains(local.getDayOfWeek()))
        || (morning && days.contains(local.getDayOfWeek().minus(1)));
  }

  /**
   * Whether the inbox should be polled.
   *
   * @param last time of the last poll
   */
  public boolean isDue(Instant last, Instant now) {
    if (!isOpen(now)) {
      return false;
    }
    if (cron != null) {
      return !cron.next(last, zone).isAfter(now);
    }
    return delay == null || !last.plus(delay).isAfter(now);
  }
}
