package countersign.routeproof;

/**
 * One step of a path that was judged.
 *
 * @param route id of the route
 * @param place file and line
 * @param step the step's id, or its kind
 * @param zone where the step takes the message: gateway, partner, queue or record source
 * @param label what the message holds after the step
 */
public record RouteStep(String route, String place, String step, String zone, String label) {}
