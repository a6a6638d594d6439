package countersign.reload;

import countersign.inbox.InboxPollers;
import countersign.lifecycle.Lifecycle;
import countersign.operations.Inboxes;
import countersign.pipeline.RunningRoutes;
import countersign.request.Actor;
import countersign.request.Verb;
import countersign.routeproof.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Replaces routes after documents came into force, and records those that do not run then. */
final class RouteReplacement {
  private static final Logger LOG = LoggerFactory.getLogger(RouteReplacement.class);

  private final RunningRoutes running;
  private final InboxPollers pollers;
  private final Lifecycle lifecycle;

  RouteReplacement(RunningRoutes running, InboxPollers pollers, Lifecycle lifecycle) {
    this.running = running;
    this.pollers = pollers;
    this.lifecycle = lifecycle;
  }

  /**
   * COMMITS if a route does not run then.
   *
   * @param differences what the log says of this reload
   * @return a sentence about each route that does not run now
   */
  List<String> follow(Verdict next, Set<String> routes, List<String> differences, Actor actor) {
    Map<String, String> failed = running.follow(next, routes, pollers::follow);
    differences.forEach(one -> LOG.info("Reload: {}", one));
    List<String> sentences = new ArrayList<>();
    failed.forEach((route, cause) -> sentences.add(sentence(route, cause)));
    sentences.forEach(one -> LOG.error("{}", one));
    if (!failed.isEmpty()) {
      Map<String, String> facts = new TreeMap<>();
      failed.keySet().forEach(route -> facts.put("route " + route, "does not run"));
      lifecycle.run(actor, change -> change.event(Verb.RELOAD, "routes", facts));
    }
    return sentences;
  }

  private static String sentence(String route, String cause) {
    return "%s  route %s · it did not begin: %s. Correct the cause and reload again; until then its partner waits. Every other route runs."
        .formatted(Inboxes.ROUTE_NOT_STARTED, route, cause);
  }
}
