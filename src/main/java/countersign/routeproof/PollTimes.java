package countersign.routeproof;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges pauses of the poll of an inbox. Stateless. */
final class PollTimes {
  private static final long LONGEST_PAUSE_MILLIS = 3_600_000;
  private static final Pattern PAUSE = Pattern.compile("([0-9]{1,9})(ms|s|m|h)?");

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
}
