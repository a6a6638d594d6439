package countersign.routeproof;

import countersign.routefile.Place;
import countersign.routefile.Refusal;
import countersign.routefile.RouteProblem;
import countersign.routefile.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Follows every path from where it begins to its end, and judges each step with what it gets. */
final class Walk {
  private static final int LONGEST = 200;
  private static final int MOST = 5_000;

  /** Where a message begins its way, and what it must have become at its end. */
  private record Start(Label holds, Set<Label> ends) {}

  private static final Map<String, Start> QUEUES =
      Map.of(
          "judge", new Start(Label.JUDGE_ID, Set.of(Label.READ)),
          "acknowledge", new Start(Label.ACKNOWLEDGE_ID, Set.of(Label.ACKNOWLEDGED)),
          "lookup", new Start(Label.LOOKUP_ID, Set.of(Label.DRAFTED)),
          "release", new Start(Label.RELEASE_ID, Set.of(Label.ACCOUNTED)),
          "seal", new Start(Label.SEAL_ID, Set.of(Label.SEALED_FOR_OFFICER)),
          "deliver", new Start(Label.DELIVER_ID, Set.of(Label.DELIVERED)),
          "DLQ.>", new Start(Label.DEAD_LETTER, Set.of(Label.PARKED)));

  /** The gateway itself sends to this route. */
  private static final String SOURCE = "find-addresses";

  private static final Start INBOX = new Start(Label.ARRIVING, Set.of(Label.JUDGED));
  private static final Start NOTICE = new Start(Label.NOTICE, Set.of(Label.TOLD));

  /** The gateway itself sends notices to these routes, if they are there. */
  private static final List<String> CHANNELS =
      List.of("notices-mail", "notices-webhook", "notices-queue", "notices-topic");

  private static final Start WANTED = new Start(Label.WANTED, Set.of(Label.FOUND));

  private final RouteSet set;
  private final Set<String> partners;
  private final Set<String> renamed;
  private final Consumer<RouteProblem> problems;
  private final List<RouteStep> graph = new ArrayList<>();
  private final Map<String, String> sends = new LinkedHashMap<>();
  private final Set<String> visited = new HashSet<>();
  private final Map<String, List<String>> kinds = new LinkedHashMap<>();
  private boolean refused;
  private int followed;

  /**
   * A walk that has not begun.
   *
   * @param partners ids of the partners in the configuration
   * @param renamed such as {@code dhs-ice/outbox}, for each folder to which its partner's document
   *     gives another name
   */
  Walk(RouteSet set, Set<String> partners, Set<String> renamed, Consumer<RouteProblem> problems) {
    this.set = set;
    this.partners = new TreeSet<>(partners);
    this.renamed = Set.copyOf(renamed);
    this.problems =
        problem -> {
          this.refused = true;
          problems.accept(problem);
        };
  }

  /** Follows every path. A route that none reaches is told only if nothing else is wrong. */
  void all() {
    set.routes().values().forEach(route -> attempt(() -> begin(route)));
    attempt(() -> source());
    new Completeness(set, partners, QUEUES.keySet(), this.problems).judge();
    List<RouteModel> left =
        set.routes().values().stream().filter(route -> !visited.contains(route.id())).toList();
    if (!refused && !set.unread().isPartial()) {
      left.forEach(route -> problems.accept(route.unreached()));
    }
    left.stream().filter(route -> !visited.contains(route.id())).forEach(this::assume);
  }

  /** Judges one route, as if what the gateway sends to its beginning came. */
  void alone(RouteModel route) {
    Endpoint from = route.from();
    boolean direct = from.kind() == Endpoint.Kind.DIRECT;
    attempt(
        () -> {
          if (direct && from.name().equals(SOURCE)) {
            follow(route, WANTED, "");
          } else if (direct && CHANNELS.contains(from.name())) {
            follow(route, NOTICE, "");
          } else {
            begin(route);
          }
        });
    if (!visited.contains(route.id())) {
      assume(route);
    }
  }

  /** Judges the steps of a route that no path reaches, so that their faults are told too. */
  private void assume(RouteModel route) {
    Label holds = Recovery.start(route).orElse(Label.PLAIN);
    State begin = State.begin(holds, "", route.from().uri(), route.place()).asUnsure();
    attempt(() -> through(route, begin));
  }

  /**
   * Tells the problems of a step. Behind a step whose effect is not known, it leaves out those that
   * come from what the message holds.
   */
  void tell(Refusal refusal, State state) {
    if (!(state.unsure() && refusal.ofBody())) {
      refusal.problems().forEach(problems);
    }
  }

  private void attempt(Runnable part) {
    try {
      part.run();
    } catch (Refusal e) {
      e.problems().forEach(problems);
    }
  }

  /** Judges one of several ways; the others are judged whatever it says. */
  void attempt(Runnable way, State state) {
    try {
      way.run();
    } catch (Refusal e) {
      tell(e, state);
    }
  }

  private void begin(RouteModel route) {
    Endpoint from = route.from();
    switch (from.kind()) {
      case DIRECT -> {}
      case INBOX -> follow(route, INBOX, named(from).name());
      case OUTBOX ->
          throw Refusal.at(
              from.place(),
              "route %s reads a partner's outbox, which only the gateway writes"
                  .formatted(route.id()),
              "Read the inbox.");
      case SOURCE, DOCUMENT, NOTICE ->
          throw Refusal.at(
              from.place(),
              "route %s reads from %s, to which the gateway only sends"
                  .formatted(route.id(), from.uri()),
              "Begin the route with direct:find-addresses or direct:notices-CHANNEL.");
      case QUEUE -> follow(route, start(route, from), "");
    }
  }

  /** The same folder; tells a problem if its partner's document gives it another name. */
  Endpoint named(Endpoint folder) {
    folder.misnamed(renamed).ifPresent(problems);
    return folder;
  }

  private static Start start(RouteModel route, Endpoint queue) {
    Start start = QUEUES.get(queue.name());
    if (start == null) {
      throw Keys.unknown(
          queue.place(),
          "queue",
          queue.uri(),
          "route " + route.id(),
          QUEUES.keySet().stream().map("activemq6:queue:"::concat).toList());
    }
    return start;
  }

  private void source() {
    set.direct(SOURCE).ifPresent(route -> follow(route, WANTED, ""));
    CHANNELS.forEach(
        name -> set.direct(name).ifPresent(route -> attempt(() -> follow(route, NOTICE, ""))));
  }

  private void follow(RouteModel route, Start start, String partner) {
    State begin = State.begin(start.holds, partner, route.from().uri(), route.place());
    State end = through(route, begin);
    if (end.unsure()) {
      return; // a step before the end was refused
    }
    boolean ended = start.ends.contains(end.label());
    if (!ended && set.unread().mayHaveAll(Control.between(end.label(), start.ends))) {
      return; // they are in a part that was not read, whose problem is told
    }
    if (!ended || (end.stopped() && !start.equals(INBOX))) {
      throw Refusal.on(
          end,
          route.place(),
          "route %s ends with %s: %s"
              .formatted(route.id(), end.label().words(), Control.missing(end.label(), start.ends)),
          "Add what is missing at the end of the path.");
    }
  }

  /** Follows a route that a message enters with this state. */
  State through(RouteModel route, State entering) {
    followed++;
    if (entering.path().size() > LONGEST || followed > MOST) {
      throw Refusal.on(
          entering,
          route.place(),
          "the path comes to route %s again and again".formatted(route.id()),
          "Remove the step that leads back.");
    }
    visited.add(route.id());
    set.errors().judge(route, entering, set.unread()::mayHave, refusal -> tell(refusal, entering));
    List<String> seen = new ArrayList<>();
    StepRules rules = new StepRules(this, route, seen);
    State state = entering;
    for (YamlNode step : route.steps()) {
      state = rules.apply(step, state);
    }
    seen.addAll(set.errors().branches(route));
    kinds.put(route.id(), List.copyOf(seen));
    return state;
  }

  /** Follows the route that a step calls by its name. */
  State call(String name, State state, Place place) {
    Optional<RouteModel> found = set.direct(name);
    if (found.isEmpty()) {
      if (set.unread().mayHaveDirect(name)) {
        return state.asUnsure(); // in a part that was not read, whose problem is told
      }
      throw Completeness.none(name, set, place).on(state);
    }
    RouteModel target = found.get();
    if (name.equals(SOURCE)) {
      throw Refusal.on(
          state,
          place,
          "only step match asks the record source; a route must not call direct:" + SOURCE,
          "Remove this step.");
    }
    return through(target, state);
  }

  Set<String> partners() {
    return partners;
  }

  void record(RouteStep step) {
    if (!graph.contains(step)) {
      graph.add(step);
    }
  }

  /** Notes an endpoint whose address is in the configuration. */
  void sends(String uri, Place place) {
    sends.putIfAbsent(uri, place.toString());
  }

  /** The endpoints whose addresses are in the configuration, each with its first place. */
  Map<String, String> sends() {
    return sends;
  }

  List<RouteStep> graph() {
    return graph;
  }

  /** The kinds of the nodes of each route that was followed, then its branches for failures. */
  Map<String, List<String>> kinds() {
    return kinds;
  }
}
