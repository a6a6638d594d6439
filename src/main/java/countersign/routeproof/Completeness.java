package countersign.routeproof;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Whether every queue, the record source and each partner has exactly one route. */
final class Completeness {
  private final RouteSet set;
  private final Set<String> partners;
  private final Set<String> queues;
  private final Consumer<RouteProblem> problems;

  Completeness(
      RouteSet set, Set<String> partners, Set<String> queues, Consumer<RouteProblem> problems) {
    this.set = set;
    this.partners = partners;
    this.queues = new TreeSet<>(queues);
    this.problems = problems;
  }

  void judge() {
    twice();
    for (String queue : queues) {
      if (none(Endpoint.Kind.QUEUE, queue)) {
        tell(
            "no route reads activemq6:queue:%s; its controls never run".formatted(queue),
            "Add the route, as in routes/pipeline.camel.yaml.");
      }
    }
    if (set.direct("find-addresses").isEmpty()) {
      tell(
          "no route begins with direct:find-addresses, which step match asks; the control find is missing",
          "Add the route addresses, as in routes/pipeline.camel.yaml.");
    }
    partners.forEach(this::judge);
    for (RouteModel route : set.routes().values()) {
      if (route.from().kind() == Endpoint.Kind.INBOX && !partners.contains(route.from().name())) {
        problems.accept(
            new RouteProblem(
                route.place().toString(),
                "route %s is for the partner %s, which the configuration does not have"
                    .formatted(route.id(), route.from().name()),
                "",
                "Add config/partners/%s.yaml, or remove the partner's routes."
                    .formatted(route.from().name())));
      }
    }
  }

  private void judge(String partner) {
    if (none(Endpoint.Kind.INBOX, partner)) {
      tell(
          "the partner %s of the configuration has no route that reads its inbox"
              .formatted(partner),
          "Add a templatedRoute of partner-inbox and one of partner-outbox with { name: partner, value: %s }."
              .formatted(partner));
    }
  }

  private boolean none(Endpoint.Kind kind, String name) {
    return set.routes().values().stream()
        .noneMatch(route -> route.from().kind() == kind && route.from().name().equals(name));
  }

  private void twice() {
    Map<String, RouteModel> first = new HashMap<>();
    for (RouteModel route : set.routes().values()) {
      RouteModel other = first.putIfAbsent(route.from().kind() + " " + route.from().name(), route);
      if (other != null) {
        problems.accept(
            new RouteProblem(
                route.place().toString(),
                "routes %s and %s both begin with %s"
                    .formatted(other.id(), route.id(), route.from().uri()),
                "",
                "Remove one of the two."));
      }
    }
  }

  private void tell(String what, String now) {
    problems.accept(new RouteProblem("routes", what, "", now));
  }
}
