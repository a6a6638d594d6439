package countersign.routeproof;

import countersign.routefile.Place;
import countersign.routefile.Refusal;
import countersign.routefile.RouteProblem;
import countersign.routefile.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Every entry of the route files, with templates filled in. */
final class RouteSet {
  static final Set<String> TOP =
      Set.of("route", "routeTemplate", "templatedRoute", "routeConfiguration");
  private static final Set<String> KEYS =
      Set.of("id", "description", "note", "group", "routeConfigurationId", "errorHandler", "from");

  private final ErrorHandling errors;
  private final Templates templates = new Templates();
  private final List<YamlNode> uses = new ArrayList<>();
  private final Map<String, RouteModel> routes = new LinkedHashMap<>();
  private final Map<String, Place> stepIds = new LinkedHashMap<>();
  private final Unread unread = new Unread();
  private final Consumer<RouteProblem> problems;

  RouteSet(Consumer<RouteProblem> problems) {
    this(new ErrorHandling(), problems);
  }

  private RouteSet(ErrorHandling errors, Consumer<RouteProblem> problems) {
    this.errors = errors;
    this.problems = problems;
  }

  /** The parameters of each template that no {@code templatedRoute} names, by its id. */
  Map<String, List<String>> unused() {
    Map<String, List<String>> unused = templates.parameters();
    uses.forEach(use -> unused.remove(use.textOf("routeTemplateRef")));
    return unused;
  }

  /**
   * These routes and one more, made of a template. What begins where the template begins is left
   * out.
   *
   * @param values a value for each parameter
   */
  RouteSet with(String template, Map<String, String> values, Consumer<RouteProblem> told) {
    RouteSet more = new RouteSet(errors, told);
    more.attempt(() -> more.addRoute(templates.route(template, values), template, true));
    RouteModel made = more.routes.get(template);
    routes.forEach(
        (id, other) -> {
          if (made == null || !other.from().equalsButPlace(made.from())) {
            more.routes.putIfAbsent(id, other);
          }
        });
    return more;
  }

  /** Adds the entries of a file. */
  void add(YamlNode root) {
    attempt(
        () -> {
          for (YamlNode entry : root.asList("a route file")) {
            attempt(
                () -> {
                  try {
                    addEntry(entry);
                  } catch (Refusal e) {
                    unread.add(String.join("\n", Recovery.texts(entry)));
                    throw e;
                  }
                });
          }
        });
  }

  private void attempt(Runnable part) {
    try {
      part.run();
    } catch (Refusal e) {
      e.problems().forEach(problems);
    }
  }

  /** What was not read. */
  Unread unread() {
    return unread;
  }

  private void addEntry(YamlNode entry) {
    Map.Entry<String, YamlNode> only = entry.only("an entry of the file");
    YamlNode value = only.getValue();
    switch (only.getKey()) {
      case "route" -> addRoute(value, "", false);
      case "routeTemplate" -> templates.add(value);
      case "templatedRoute" -> uses.add(value);
      case "routeConfiguration" -> errors.add(value);
      default -> throw Keys.unknown(entry.place(), "entry", only.getKey(), "the file", TOP);
    }
  }

  /** Fills in the templates, when every file has been added. */
  void fillIn() {
    uses.forEach(use -> attempt(() -> fillIn(use)));
  }

  private void fillIn(YamlNode use) {
    Keys.only(
        use, "templatedRoute", "routeTemplateRef", "routeId", "parameters", "description", "note");
    Keys.documentation(use);
    String name = use.need("routeTemplateRef", "templatedRoute").asText("routeTemplateRef");
    if (!templates.has(name)) {
      boolean told = unread.mayHave(name);
      unread.add(String.join("\n", Recovery.texts(use)));
      if (told) {
        return; // the template is in a part that was not read
      }
      throw Keys.unknown(
          use.place(), "template", name, "templatedRoute", templates.parameters().keySet());
    }
    String id = Keys.id(use.need("routeId", "templatedRoute"), "templatedRoute");
    addRoute(templates.route(name, templates.values(name, use, id)), id, true);
  }

  private void addRoute(YamlNode node, String templatedId, boolean filledIn) {
    attempt(() -> Keys.only(node, "route", KEYS));
    attempt(() -> Keys.documentation(node));
    String id = filledIn ? templatedId : Keys.id(node.need("id", "route"), "route");
    YamlNode from = node.need("from", "route " + id);
    attempt(() -> Keys.only(from, "from", "id", "description", "uri", "parameters", "steps"));
    attempt(() -> Keys.documentation(from));
    List<String> configurations =
        Arrays.stream(node.textOf("routeConfigurationId").split(",", -1))
            .map(String::strip)
            .filter(one -> !one.isEmpty())
            .toList();
    boolean bare = isBare(node, id);
    List<YamlNode> steps = steps(from, id);
    if (!filledIn) {
      steps.forEach(step -> attempt(() -> countIds(step)));
    }
    Endpoint start = start(from, id);
    put(new RouteModel(node.place(), id, start, steps, configurations, bare, node));
  }

  /** A route whose last step was taken out is judged as one without a step. */
  private List<YamlNode> steps(YamlNode from, String id) {
    YamlNode steps = from.need("steps", "from");
    if (steps.isEmpty()) {
      problems.accept(
          new RouteProblem(
              steps.place().toString(),
              "route %s has no step".formatted(id),
              "",
              "Write the steps of the route below steps, each with a dash; the shipped routes have them."));
      return List.of();
    }
    return steps.asList("steps");
  }

  private boolean isBare(YamlNode node, String id) {
    try {
      return node.get("errorHandler").map(ErrorHandling::isNone).orElse(false);
    } catch (Refusal e) {
      e.problems().forEach(problems);
      unread.add(node.textOf("routeConfigurationId"));
      unread.add(id);
      return true;
    }
  }

  /** Where the route begins. One that begins nowhere known is judged as if nothing reached it. */
  private Endpoint start(YamlNode from, String id) {
    try {
      return Endpoint.of(from, "route " + id, refusal -> refusal.problems().forEach(problems));
    } catch (Refusal e) {
      e.problems().forEach(problems);
      unread.add(from.get("uri").map(YamlNode::text).orElse(id));
      return new Endpoint(from.place(), Endpoint.Kind.DIRECT, "(unknown) " + id, "unknown");
    }
  }

  private void put(RouteModel made) {
    RouteModel first = routes.putIfAbsent(made.id(), made);
    if (first != null) {
      throw Refusal.at(
          made.place(),
          "two routes have the id %s; the first is %s".formatted(made.id(), first.place()),
          "Give one of them another id.");
    }
  }

  /** Meters and log lines name a step by its id. */
  private void countIds(YamlNode node) {
    node.items().forEach(this::countIds);
    node.entries().values().forEach(this::countIds);
    Optional<YamlNode> id = node.get("id").filter(value -> value.kind() == YamlNode.Kind.TEXT);
    if (id.isPresent()) {
      Place first = stepIds.putIfAbsent(id.get().text(), id.get().place());
      if (first != null) {
        throw Refusal.at(
            id.get().place(),
            "two steps have the id %s; the first is %s".formatted(id.get().text(), first),
            "Give one of them another id.");
      }
    }
  }

  ErrorHandling errors() {
    return errors;
  }

  /** The routes by their ids, in the order of the files. */
  Map<String, RouteModel> routes() {
    return routes;
  }

  Optional<RouteModel> direct(String name) {
    return routes.values().stream()
        .filter(
            route ->
                route.from().kind() == Endpoint.Kind.DIRECT && route.from().name().equals(name))
        .findFirst();
  }
}
