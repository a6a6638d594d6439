package countersign.delivery;

import countersign.authority.Agreement;
import countersign.authority.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The times at which responses of an agreement are released. Pure. */
record ReleaseTimes(Schedule schedule, ZoneId zone) {

  static ReleaseTimes of(Agreement agreement) {
    return new ReleaseTimes(agreement.schedule(), agreement.zone());
  }

  /** The latest release time that is not after {@code now}; empty if the schedule has none. */
  Optional<Instant> latest(Instant now) {
    Duration every = schedule.releaseEvery();
    if (every != null) {
      long length = Math.max(1, every.toMillis());
      return Optional.of(Instant.ofEpochMilli(Math.floorDiv(now.toEpochMilli(), length) * length));
    }
    LocalDate today = LocalDate.ofInstant(now, zone);
    return around(today).filter(time -> !time.isAfter(now)).reduce((first, second) -> second);
  }

  /** The first release time that is not before {@code moment}; empty if the schedule has none. */
  Optional<Instant> firstFrom(Instant moment) {
    Duration every = schedule.releaseEvery();
    if (every != null) {
      return latest(moment).map(time -> time.isBefore(moment) ? time.plus(every) : time);
    }
    LocalDate day = LocalDate.ofInstant(moment, zone);
    return around(day).filter(time -> !time.isBefore(moment)).findFirst();
  }

  /** The release times of a day, the day before and the day after, in order. */
  private Stream<Instant> around(LocalDate day) {
    List<LocalTime> times = schedule.releaseTimes().stream().sorted().toList();
    return Stream.of(day.minusDays(1), day, day.plusDays(1))
        .flatMap(one -> times.stream().map(time -> ZonedDateTime.of(one, time, zone).toInstant()));
  }
}
