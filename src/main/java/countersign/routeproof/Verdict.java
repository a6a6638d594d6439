package countersign.routeproof;

import countersign.routefile.RouteFile;
import countersign.routefile.RouteProblem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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
 * @param texts each route alone as a route file, by its id, with its template filled in
 * @param partners the partner of each route that connects to one, by the route's id
 */
public record Verdict(
    List<RouteFile> files,
    List<RouteProblem> problems,
    List<RouteStep> steps,
    Map<String, List<String>> routes,
    Map<String, String> sends,
    Map<String, String> texts,
    Map<String, String> partners) {
  /** Makes immutable copies. */
  public Verdict {
    files = List.copyOf(files);
    problems = List.copyOf(problems);
    steps = List.copyOf(steps);
    routes = Map.copyOf(routes);
    sends = Map.copyOf(sends);
    texts = Map.copyOf(texts);
    partners = Map.copyOf(partners);
  }

  /**
   * The ids of routes that are new, changed or gone against an earlier verdict, or whose branches
   * for failures changed, sorted.
   */
  public Set<String> changedSince(Verdict earlier) {
    Set<String> ids = new TreeSet<>(texts.keySet());
    ids.addAll(earlier.texts.keySet());
    ids.removeIf(
        id ->
            Objects.equals(texts.get(id), earlier.texts.get(id))
                && Objects.equals(routes.get(id), earlier.routes.get(id)));
    return ids;
  }

  /** What happened to a route since an earlier verdict, in one word. */
  public String change(String route, Verdict earlier) {
    if (!earlier.texts.containsKey(route)) {
      return "added";
    }
    return texts.containsKey(route) ? "differs" : "removed";
  }

  /** Whether a {@code routeConfiguration} is new, changed or gone against an earlier verdict. */
  public boolean handlesFailuresOtherwiseThan(Verdict earlier) {
    return !RouteText.configurations(files).equals(RouteText.configurations(earlier.files));
  }

  /** The SHA-256 of each file and the number of routes, for the ledger. */
  public Map<String, String> facts() {
    Map<String, String> facts = new TreeMap<>();
    files.forEach(file -> facts.put(file.name(), file.sha256()));
    facts.put("routes", Integer.toString(routes.size()));
    return facts;
  }

  /** True if no path goes around a control. */
  public boolean passes() {
    return problems.isEmpty();
  }
}
