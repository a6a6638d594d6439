package countersign.routeproof;

import countersign.routefile.Place;
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
    YamlNode written) {}
