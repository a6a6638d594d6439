package countersign.routeproof;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges pauses and cron expressions of the poll of an inbox. Stateless. */
final class PollTimes {
  private static final long LONGEST_PAUSE_MILLIS = 3_600_000;
  private static final Pattern PAUSE = Pattern.compile("([0-9]{1,9})(ms|s|m|h)?");
  private static final Pattern PART =
      Pattern.compile("(?:\\*|([0-9A-Z]{1,3})(?:-([0-9A-Z]{1,3}))?)(?:/([1-9][0-9]?))?");
  private static final List<String> MONTHS =
      List.of(
          "", "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
  private static final List<String> DAYS =
      List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
  private static final int[][] BOUNDS = {{0, 59}, {0, 59}, {0, 23}, {1, 31}, {1, 12}, {0, 7}};

  private PollTimes() {}

  /** True for up to one hour, as milliseconds or with a unit. */
  static boolean isPause(String text, long least) {
    Matcher pause = PAUSE.matcher(text);
    if (!pause.matches()) {
      return false;
    }
    String unit = pause.group(2) == null ? "ms" : pause.group(2);
    long factor =
        switch (unit) {
          case "h" -> 3_600_000;
          case "m" -> 60_000;
          case "s" -> 1_000;
          default -> 1;
        };
    long millis = Long.parseLong(pause.group(1)) * factor;
    return millis >= least && millis <= LONGEST_PAUSE_MILLIS;
  }

  /** True for six fields: second, minute, hour, day of the month, month, day of the week. */
  static boolean isCron(String text) {
    String[] fields = text.strip().toUpperCase(Locale.ROOT).split(" +", -1);
    boolean fits = fields.length == BOUNDS.length;
    for (int i = 0; fits && i < fields.length; i++) {
      fits = isField(fields[i], i);
    }
    return fits;
  }

  private static boolean isField(String field, int at) {
    if (field.equals("?")) {
      return at == 3 || at == 5;
    }
    for (String part : field.split(",", -1)) {
      Matcher found = PART.matcher(part);
      if (!found.matches() || !isRange(found.group(1), found.group(2), at)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isRange(String from, String to, int at) {
    if (from == null) {
      return true;
    }
    int first = number(from, at);
    int last = to == null ? first : number(to, at);
    return first >= BOUNDS[at][0] && last <= BOUNDS[at][1] && first <= last;
  }

  /** The number of a field; -1 if it is none. */
  private static int number(String text, int at) {
    if (text.matches("[0-9]{1,2}")) {
      return Integer.parseInt(text);
    }
    return switch (at) {
      case 4 -> MONTHS.indexOf(text);
      case 5 -> DAYS.indexOf(text);
      default -> -1;
    };
  }
}
