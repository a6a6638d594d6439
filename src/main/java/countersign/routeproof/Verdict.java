package countersign.routeproof;

import countersign.routefile.RouteFile;
import countersign.routefile.RouteProblem;
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
 * @param sends the record source's and the notices' endpoints that routes name, each with the file
 *     and line of its first use; their addresses are in the configuration
 */
public record Verdict(
    List<RouteFile> files,
    List<RouteProblem> problems,
    List<RouteStep> steps,
    Map<String, List<String>> routes,
    Map<String, String> sends) {
  /** Makes immutable copies. */
  public Verdict {
    files = List.copyOf(files);
    problems = List.copyOf(problems);
    steps = List.copyOf(steps);
    routes = Map.copyOf(routes);
    sends = Map.copyOf(sends);
  }

  /** True if no path goes around a control. */
  public boolean passes() {
    return problems.isEmpty();
  }
}
