package countersign.routeproof;

import countersign.routefile.Place;
import countersign.routefile.Refusal;
import countersign.routefile.RouteProblem;
import countersign.routefile.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every entry of the route files, with templates filled in. */
final class RouteSet {
  static final Set<String> TOP =
      Set.of("route", "routeTemplate", "templatedRoute", "routeConfiguration");
  private static final Set<String> KEYS =
      Set.of("id", "description", "note", "group", "routeConfigurationId", "errorHandler", "from");

  /** Without dashes: Camel also fills in host-key where hostKey is written. */
  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");

  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9._-]+");

  private record Template(YamlNode route, Map<String, Optional<String>> parameters) {}

  private final ErrorHandling errors = new ErrorHandling();
  private final Map<String, Template> templates = new LinkedHashMap<>();
  private final List<YamlNode> uses = new ArrayList<>();
  private final Map<String, RouteModel> routes = new LinkedHashMap<>();
  private final Map<String, Place> stepIds = new LinkedHashMap<>();
  private final Unread unread = new Unread();
  private final Consumer<RouteProblem> problems;

  RouteSet(Consumer<RouteProblem> problems) {
    this.problems = problems;
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
      case "routeTemplate" -> addTemplate(value);
      case "templatedRoute" -> uses.add(value);
      case "routeConfiguration" -> errors.add(value);
      default -> throw Keys.unknown(entry.place(), "entry", only.getKey(), "the file", TOP);
    }
  }

  private void addTemplate(YamlNode node) {
    Keys.only(node, "routeTemplate", "id", "description", "parameters", "route", "note");
    Keys.documentation(node);
    String id = Keys.id(node.need("id", "routeTemplate"), "routeTemplate");
    Map<String, Optional<String>> parameters = new LinkedHashMap<>();
    for (YamlNode one : node.need("parameters", "routeTemplate").asList("parameters")) {
      Keys.only(one, "a parameter", "name", "defaultValue", "description", "required", "type");
      String name = matching(one.need("name", "the parameter"), NAME, "a parameter's name");
      Optional<String> standard =
          one.get("defaultValue").map(value -> matching(value, VALUE, "a parameter's value"));
      boolean known = parameters.keySet().stream().anyMatch(name::equalsIgnoreCase);
      if (known || parameters.putIfAbsent(name, standard) != null) {
        throw twice(one, name);
      }
    }
    Template made = new Template(node.need("route", "routeTemplate"), parameters);
    if (templates.putIfAbsent(id, made) != null) {
      throw Refusal.at(
          node.place(),
          "two route templates have the id %s".formatted(id),
          "Give one of them another id.");
    }
  }

  private static String matching(YamlNode node, Pattern pattern, String what) {
    String text = node.asText(what);
    if (!pattern.matcher(text).matches()) {
      throw Refusal.at(
          node.place(),
          "%s has characters that the proof does not allow there".formatted(what),
          "Use letters and digits in a name that begins with a small letter; a value may also have '-', '.' and '_'.");
    }
    return text;
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
    Template template = templates.get(name);
    if (template == null) {
      boolean told = unread.mayHave(name);
      unread.add(String.join("\n", Recovery.texts(use)));
      if (told) {
        return; // the template is in a part that was not read
      }
      throw Keys.unknown(use.place(), "template", name, "templatedRoute", templates.keySet());
    }
    String id = Keys.id(use.need("routeId", "templatedRoute"), "templatedRoute");
    Map<String, String> values = values(use, id, template);
    assertComplete(use, id, template, values);
    addRoute(template.route.with(text -> replaced(text, values)), id, true);
  }

  private static Map<String, String> values(YamlNode use, String id, Template template) {
    Map<String, String> values = new LinkedHashMap<>();
    template.parameters.forEach((key, value) -> value.ifPresent(text -> values.put(key, text)));
    Set<String> given = new HashSet<>();
    for (YamlNode one : use.need("parameters", "templatedRoute").asList("parameters")) {
      Keys.only(one, "a parameter", "name", "value");
      String key = one.need("name", "the parameter").asText("name");
      if (!given.add(key)) {
        throw twice(one, key);
      }
      if (!template.parameters.containsKey(key)) {
        throw Keys.unknown(
            one.place(), "parameter", key, "templatedRoute " + id, template.parameters.keySet());
      }
      values.put(key, matching(one.need("value", "the parameter"), VALUE, "a parameter's value"));
    }
    return values;
  }

  private static Refusal twice(YamlNode node, String name) {
    return Refusal.at(
        node.place(),
        "the parameter %s stands here twice".formatted(name),
        "Remove one of the two.");
  }

  private static void assertComplete(
      YamlNode use, String id, Template template, Map<String, String> values) {
    for (String key : template.parameters.keySet()) {
      if (!values.containsKey(key)) {
        throw Refusal.at(
            use.place(),
            "templatedRoute %s has no value for the parameter %s".formatted(id, key),
            "Add { name: %s, value: ... } to its parameters.".formatted(key));
      }
    }
  }

  private static String replaced(String text, Map<String, String> values) {
    String result = text;
    for (Map.Entry<String, String> value : values.entrySet()) {
      result =
          result.replaceAll(
              "\\{\\{" + Pattern.quote(value.getKey()) + "}}",
              Matcher.quoteReplacement(value.getValue()));
    }
    return result;
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
    List<YamlNode> steps = from.need("steps", "from").asList("steps");
    if (!filledIn) {
      steps.forEach(step -> attempt(() -> countIds(step)));
    }
    Endpoint start = start(from, id);
    put(new RouteModel(node.place(), id, start, steps, configurations, bare, node));
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
