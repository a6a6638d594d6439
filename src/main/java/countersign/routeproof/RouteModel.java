package countersign.routeproof;

import countersign.routefile.Place;
import countersign.routefile.RouteProblem;
import countersign.routefile.YamlNode;
import java.util.List;

/**
 * A route after its template was filled in.
 *
 * @param place where it is written
 * @param id its id
 * @param from where it begins
 * @param steps its steps, as they are written
 * @param configurations ids of its route configurations
 * @param bare whether it names {@code noErrorHandler} itself
 * @param written the whole route, as it is written
 */
record RouteModel(
    Place place,
    String id,
    Endpoint from,
    List<YamlNode> steps,
    List<String> configurations,
    boolean bare,
    YamlNode written) {

  /** The problem that nothing leads to it. */
  RouteProblem unreached() {
    return new RouteProblem(
        place.toString(),
        "no judged path leads to route %s (%s)".formatted(id, from.uri()),
        "",
        "Correct the name of its endpoint or of the step that should call it, or remove the route.");
  }
}
