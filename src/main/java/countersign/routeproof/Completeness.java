package countersign.routeproof;

import countersign.routefile.Place;
import countersign.routefile.Refusal;
import countersign.routefile.RouteProblem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Whether every queue, the record source and each partner has exactly one route. */
final class Completeness {
  /** Begins the name of a route that uploads to a partner. */
  private static final String OUTBOX = "outbox-";

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
      boolean told = misspelled(queue) || set.unread().mayHave("activemq6:queue:" + queue);
      if (none(Endpoint.Kind.QUEUE, queue) && !told) {
        unread(queue);
      }
    }
    if (set.direct("find-addresses").isEmpty() && !set.unread().mayHaveDirect("find-addresses")) {
      tell(
          "no route begins with direct:find-addresses, which step match asks; the control find is missing",
          "Add the route addresses; the shipped routes/pipeline.camel.yaml has it.");
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

  /** Names the route that begins with the queue's name and not with the queue, if there is one. */
  private void unread(String queue) {
    Optional<RouteModel> other =
        set.routes().values().stream()
            .filter(route -> route.from().kind() == Endpoint.Kind.DIRECT)
            .filter(route -> route.from().name().equals(queue))
            .findFirst();
    String what = "no route reads activemq6:queue:%s; its controls never run".formatted(queue);
    if (other.isEmpty()) {
      tell(what, "Add the route; the shipped routes/pipeline.camel.yaml has it.");
      return;
    }
    RouteModel route = other.get();
    problems.accept(
        new RouteProblem(
            route.from().place().toString(),
            "%s: route %s begins with %s".formatted(what, route.id(), route.from().uri()),
            "",
            "Begin it with activemq6:queue:%s.".formatted(queue)));
  }

  private void judge(String partner) {
    if (none(Endpoint.Kind.INBOX, partner) && !set.unread().mayHave(partner)) {
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

  /** Whether a route reads a queue of almost this name, which is refused already. */
  private boolean misspelled(String queue) {
    return set.routes().values().stream()
        .filter(route -> route.from().kind() == Endpoint.Kind.QUEUE)
        .map(route -> route.from().name())
        .filter(name -> !queues.contains(name))
        .anyMatch(name -> Keys.nearest(name, queues).filter(queue::equals).isPresent());
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

  /**
   * The refusal of a call whose route does not exist. A hint never names the outbox of a partner:
   * answers of one must not go to another.
   */
  static Refusal none(String name, RouteSet set, Place place) {
    if (name.startsWith(OUTBOX)) {
      return Refusal.at(
          place,
          "no route begins with direct:%s".formatted(name),
          "Add a templatedRoute of partner-outbox with { name: partner, value: %s }, whose template begins with direct:outbox-{{partner}}."
              .formatted(name.substring(OUTBOX.length())));
    }
    List<String> known =
        set.routes().values().stream()
            .filter(route -> route.from().kind() == Endpoint.Kind.DIRECT)
            .map(route -> route.from().name())
            .filter(one -> !one.startsWith("(") && !one.startsWith(OUTBOX))
            .distinct()
            .toList();
    Optional<String> near = Keys.nearest(name, known).map("direct:"::concat);
    return Refusal.at(
        place,
        "no route begins with direct:%s".formatted(name),
        "one of " + String.join(", ", known),
        near.orElse(""),
        near.map("Perhaps %s is meant."::formatted)
            .orElse(
                "Add that route, or correct the name. Known: %s."
                    .formatted(String.join(", ", known))));
  }

  private void tell(String what, String now) {
    problems.accept(new RouteProblem("routes", what, "", now));
  }
}
