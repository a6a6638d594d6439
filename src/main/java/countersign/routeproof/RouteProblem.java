package countersign.routeproof;

/**
 * A reason why the gateway does not start with these routes.
 *
 * @param where file and line, or the directory
 * @param what the fault, with the control that is missing
 * @param path the steps to the fault, each with file and line; empty if the fault is not on a path
 * @param now what to do
 */
public record RouteProblem(String where, String what, String path, String now) {
  /** The code at the start of each message. */
  public static final String CODE = "ROUTE_REFUSED";

  /** Three lines: what is wrong and where, the path to it, what to do. */
  @Override
  public String toString() {
    return "%s  %s · %s%n  path: %s%n  now: %s"
        .formatted(CODE, where, what, path.isEmpty() ? "none; " + where : path, now);
  }
}
