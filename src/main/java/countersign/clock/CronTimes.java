package countersign.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times of a cron expression with six fields: second, minute, hour, day of the month, month and day
 * of the week. A time must fit all six. Immutable.
 */
public final class CronTimes {
  private static final int SECOND = 0;
  private static final int MINUTE = 1;
  private static final int HOUR = 2;
  private static final int DAY = 3;
  private static final int MONTH = 4;
  private static final int WEEKDAY = 5;
  private static final int[][] BOUNDS = {{0, 59}, {0, 59}, {0, 23}, {1, 31}, {1, 12}, {0, 7}};
  private static final int SUNDAY = 7;

  /** The 29th of February may be eight years away. */
  private static final int DAYS_AHEAD = 8 * 366;

  private static final LocalDate LEAP_YEAR = LocalDate.of(2028, 1, 1);
  private static final int DAYS_OF_WEEK = 7;

  private static final Pattern PART =
      Pattern.compile("(?:\\*|([0-9A-Z]{1,3})(?:-([0-9A-Z]{1,3}))?)(?:/([1-9][0-9]?))?");
  private static final List<String> MONTHS =
      List.of(
          "", "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
  private static final List<String> DAYS =
      List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

  private final List<BitSet> fields;

  private CronTimes(List<BitSet> fields) {
    this.fields = List.copyOf(fields);
  }

  /** The times of an expression; empty if it is not one, or if no day fits it. */
  public static Optional<CronTimes> of(String text) {
    String[] parts = text.strip().toUpperCase(Locale.ROOT).split(" +", -1);
    if (parts.length != BOUNDS.length) {
      return Optional.empty();
    }
    List<BitSet> fields = new ArrayList<>();
    for (int at = 0; at < parts.length; at++) {
      Optional<BitSet> field = field(parts[at], at);
      if (field.isEmpty()) {
        return Optional.empty();
      }
      fields.add(field.get());
    }
    CronTimes times = new CronTimes(fields);
    return LEAP_YEAR.datesUntil(LEAP_YEAR.plusDays(DAYS_AHEAD)).anyMatch(times::isOn)
        ? Optional.of(times)
        : Optional.empty();
  }

  private static Optional<BitSet> field(String text, int at) {
    BitSet found = new BitSet();
    if (text.equals("?") && (at == DAY || at == WEEKDAY)) {
      found.set(BOUNDS[at][0], BOUNDS[at][1] + 1);
      return Optional.of(found);
    }
    for (String part : text.split(",", -1)) {
      Matcher range = PART.matcher(part);
      if (!range.matches() || !add(found, range, at)) {
        return Optional.empty();
      }
    }
    return Optional.of(found);
  }

  private static boolean add(BitSet found, Matcher range, int at) {
    String from = range.group(1);
    String to = range.group(2);
    String step = range.group(3);
    int first = from == null ? BOUNDS[at][0] : number(from, at);
    int last = BOUNDS[at][1];
    if (to != null) {
      last = to.equals("SUN") && at == WEEKDAY ? SUNDAY : number(to, at);
    } else if (from != null && step == null) {
      last = first;
    }
    boolean fits = first >= BOUNDS[at][0] && last <= BOUNDS[at][1] && first <= last;
    for (int i = first; fits && i <= last; i += step == null ? 1 : Integer.parseInt(step)) {
      found.set(at == WEEKDAY && i == 0 ? SUNDAY : i);
    }
    return fits;
  }

  /** The number of a field; -1 if it is none. */
  private static int number(String text, int at) {
    if (text.matches("[0-9]{1,2}")) {
      return Integer.parseInt(text);
    }
    return switch (at) {
      case MONTH -> MONTHS.indexOf(text);
      case WEEKDAY -> DAYS.indexOf(text);
      default -> -1;
    };
  }

  /** Whether no more than seven days ever lie between two of its days. */
  public boolean isAtLeastWeekly() {
    int without = 0;
    for (int day = 0; day < DAYS_AHEAD && without < DAYS_OF_WEEK; day++) {
      without = isOn(LEAP_YEAR.plusDays(day)) ? 0 : without + 1;
    }
    return without < DAYS_OF_WEEK;
  }

  private boolean isOn(LocalDate date) {
    return fields.get(MONTH).get(date.getMonthValue())
        && fields.get(DAY).get(date.getDayOfMonth())
        && fields.get(WEEKDAY).get(date.getDayOfWeek().getValue());
  }

  /**
   * The first time after another one. A local time that the change to summer time leaves out is
   * passed over.
   *
   * @param zone time zone of the expression
   */
  public Instant next(Instant after, ZoneId zone) {
    ZonedDateTime from = after.atZone(zone);
    for (int day = 0; day <= DAYS_AHEAD; day++) {
      LocalDate date = from.toLocalDate().plusDays(day);
      if (isOn(date)) {
        Optional<Instant> found = first(date, day == 0 ? from.getHour() : 0, after, zone);
        if (found.isPresent()) {
          return found.get();
        }
      }
    }
    throw new IllegalStateException("No day of the next eight years fits the cron expression");
  }

  private Optional<Instant> first(LocalDate date, int fromHour, Instant after, ZoneId zone) {
    for (int hour = at(HOUR, fromHour); hour >= 0; hour = at(HOUR, hour + 1)) {
      for (int minute = at(MINUTE, 0); minute >= 0; minute = at(MINUTE, minute + 1)) {
        for (int second = at(SECOND, 0); second >= 0; second = at(SECOND, second + 1)) {
          LocalDateTime local = date.atTime(hour, minute, second);
          ZonedDateTime time = local.atZone(zone);
          if (time.toInstant().isAfter(after) && time.toLocalDateTime().equals(local)) {
            return Optional.of(time.toInstant());
          }
        }
      }
    }
    return Optional.empty();
  }

  private int at(int field, int from) {
    return fields.get(field).nextSetBit(from);
  }
}
