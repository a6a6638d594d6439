package countersign.routefile;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reason why the gateway does not start with these routes.
 *
 * @param where file and line, or the directory
 * @param what the fault, with the control that is missing
 * @param path the steps to the fault, each with file and line; empty if the fault is not on a path
 * @param expected what may be there; empty if no list or form says it
 * @param nearest the allowed word or value that was probably meant; empty if none is near
 * @param now what to do
 */
public record RouteProblem(
    String where, String what, String path, String expected, String nearest, String now) {
  /** The code at the start of each message. */
  public static final String CODE = "ROUTE_REFUSED";

  /** Sorts problems by file and line. */
  public static final Comparator<RouteProblem> BY_PLACE =
      Comparator.comparing(RouteProblem::file).thenComparingInt(RouteProblem::line);

  private static final Pattern PLACE = Pattern.compile("(.*):([0-9]{1,9})");

  /** A problem that no list of words or values describes. */
  public RouteProblem(String where, String what, String path, String now) {
    this(where, what, path, "", "", now);
  }

  /** The file, or the directory. */
  public String file() {
    Matcher place = PLACE.matcher(where);
    return place.matches() ? place.group(1) : where;
  }

  /** The line in the file; 0 if the problem has none. */
  public int line() {
    Matcher place = PLACE.matcher(where);
    return place.matches() ? Integer.parseInt(place.group(2)) : 0;
  }

  public RouteProblem on(String way) {
    return new RouteProblem(where, what, way, expected, nearest, now);
  }

  /** Three lines: what is wrong and where, the path to it, what to do. */
  @Override
  public String toString() {
    return "%s  %s · %s%n  path: %s%n  now: %s"
        .formatted(CODE, where, what, path.isEmpty() ? "none; " + where : path, now);
  }
}
