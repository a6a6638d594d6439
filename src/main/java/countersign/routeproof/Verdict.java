package countersign.routeproof;

import java.util.List;
import java.util.Map;

/**
 * The result of the proof.
 *
 * @param files every route file that was read
 * @param problems why the gateway does not start; empty if it does
 * @param steps every step of every path, in the order in which the paths were followed
 * @param routes the kinds of the nodes of each route that was judged, by the route's id, then its
 *     branches for failures, sorted; what Camel loads must be the same
 */
public record Verdict(
    List<RouteFile> files,
    List<RouteProblem> problems,
    List<RouteStep> steps,
    Map<String, List<String>> routes) {
  /** Makes immutable copies. */
  public Verdict {
    files = List.copyOf(files);
    problems = List.copyOf(problems);
    steps = List.copyOf(steps);
    routes = Map.copyOf(routes);
  }

  /** True if no path goes around a control. */
  public boolean passes() {
    return problems.isEmpty();
  }
}
