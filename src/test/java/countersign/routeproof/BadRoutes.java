package countersign.routeproof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Bad route sets that are generated from the shipped ones. */
final class BadRoutes {
  /**
   * One bad set.
   *
   * @param title what was changed
   * @param routes the changed files
   * @param word what the refusal must name
   */
  record Bad(String title, RouteFiles routes, String word) {
    @Override
    public String toString() {
      return title;
    }
  }

  private static final Map<String, Integer> LENGTHS =
      Map.of(
          "arrival", 4,
          "intake", 2,
          "lookup", 4,
          "addresses", 1,
          "delivering", 4,
          "partner-outbox", 3,
          "sealing", 1,
          "judging", 2,
          "releasing", 1,
          "acknowledging", 1);

  private BadRoutes() {}

  static List<Bad> all() {
    List<Bad> all = new ArrayList<>();
    LENGTHS.forEach((route, length) -> removedAndReordered(all, route, length));
    BadSteps.ROUTES.forEach(route -> inserted(all, route));
    withoutRoutes(all);
    withoutBranches(all);
    BadOptions.addTo(all);
    BadTexts.addTo(all);
    return all;
  }

  private static RouteFiles changed(String route, UnaryOperator<ArrayNode> change) {
    return new RouteFiles()
        .change(
            RouteFiles.fileOf(route),
            entries -> {
              ArrayNode steps = RouteFiles.steps(RouteFiles.route(entries, route));
              ArrayNode after = change.apply(steps.deepCopy());
              steps.removeAll();
              steps.addAll(after);
            });
  }

  /** A word by which the refusal names a step. */
  private static String nameOf(JsonNode step) {
    String kind = step.propertyNames().iterator().next();
    JsonNode value = step.path(kind);
    if (kind.equals("bean")) {
      return value.path("method").asString().replaceAll("\\(.*", "");
    }
    return switch (kind) {
      case "toD" -> "branch|dispatch|upload|toD|deliver";
      case "to" -> "upload|open|reopen";
      default -> kind;
    };
  }

  private static JsonNode step(String route, int at) {
    List<JsonNode> found = new ArrayList<>();
    new RouteFiles()
        .change(
            RouteFiles.fileOf(route),
            entries -> found.add(RouteFiles.steps(RouteFiles.route(entries, route)).path(at)));
    return found.get(0);
  }

  private static void removedAndReordered(List<Bad> all, String route, int length) {
    for (int i = 0; i < length; i++) {
      int at = i;
      String name = nameOf(step(route, i));
      all.add(
          new Bad(
              "%s without %s".formatted(route, name),
              changed(
                  route,
                  steps -> {
                    steps.remove(at);
                    return steps;
                  }),
              name));
      for (int j = i + 1; j < length; j++) {
        int other = j;
        String second = nameOf(step(route, j));
        all.add(
            new Bad(
                "%s with %s and %s exchanged".formatted(route, name, second),
                changed(
                    route,
                    steps -> {
                      JsonNode first = steps.get(at);
                      steps.set(at, steps.get(other));
                      steps.set(other, first);
                      return steps;
                    }),
                name + "|" + second));
      }
      if (name.equals("setVariable") || name.equals("setHeader") || name.equals("removeHeaders")) {
        continue; // the second one changes nothing
      }
      all.add(
          new Bad(
              "%s with %s twice".formatted(route, name),
              changed(
                  route,
                  steps -> {
                    JsonNode again = steps.get(at).deepCopy();
                    ((ObjectNode) again.values().iterator().next()).remove("id");
                    return steps.insert(at, again);
                  }),
              name));
    }
  }

  private static void inserted(List<Bad> all, String route) {
    for (int i = 0; i <= LENGTHS.getOrDefault(route, 0); i++) {
      int at = i;
      for (String[] bad : BadSteps.all()) {
        boolean shipped =
            route.equals("delivering") && bad[0].startsWith("setVariable: { name: file");
        if (!shipped) {
          all.add(
              new Bad(
                  "%s with %s at %d".formatted(route, bad[0], i),
                  changed(route, steps -> steps.insert(at, RouteFiles.yaml("{ " + bad[0] + " }"))),
                  bad[1]));
        }
      }
    }
  }

  private static void withoutRoutes(List<Bad> all) {
    Map<String, String> words =
        Map.of(
            "arrival", "direct:arrived",
            "intake", "direct:request",
            "repeats", "direct:known",
            "receipts", "direct:receipt",
            "judging", "judge",
            "acknowledging", "acknowledge",
            "lookup", "lookup",
            "addresses", "find",
            "releasing", "release",
            "sealing", "seal");
    words.forEach(
        (route, word) ->
            all.add(
                new Bad(
                    "no route " + route,
                    new RouteFiles()
                        .change(
                            "pipeline",
                            entries ->
                                entries.removeIf(
                                    entry ->
                                        entry.path("route").path("id").asString("").equals(route))),
                    word)));
    for (String file : List.of("errors", "partners", "pipeline")) {
      all.add(new Bad("no file " + file, new RouteFiles().remove(file), "ROUTE_REFUSED"));
    }
  }

  private static void withoutBranches(List<Bad> all) {
    for (int i = 0; i < 5; i++) {
      branch(all, 0, i);
    }
    branch(all, 1, 0);
    branch(all, 1, 1);
  }

  private static void branch(List<Bad> all, int configuration, int at) {
    all.add(
        new Bad(
            "no branch %d of configuration %d".formatted(at, configuration),
            new RouteFiles()
                .change("errors", entries -> branches(entries, configuration).remove(at)),
            "onException"));
    for (String step :
        List.of(
            "log: '${exception.message}'",
            "to: 'direct:arrived'",
            "bean: { ref: routeErrorHandler, method: drained }",
            "setBody: { simple: '${exception.stacktrace}' }",
            "toD: { uri: '${exchangeProperty.CamelFailureEndpoint}' }")) {
      all.add(
          new Bad(
              "branch %d of configuration %d with %s".formatted(at, configuration, step),
              new RouteFiles()
                  .change(
                      "errors",
                      entries -> {
                        ObjectNode on =
                            (ObjectNode)
                                branches(entries, configuration).path(at).path("onException");
                        ArrayNode steps = (ArrayNode) on.path("steps");
                        steps.removeAll();
                        steps.add(RouteFiles.yaml("{ " + step + " }"));
                      }),
              "onException"));
    }
  }

  private static ArrayNode branches(ArrayNode entries, int configuration) {
    return (ArrayNode) entries.path(configuration).path("routeConfiguration").path("onException");
  }
}
