package countersign.routeproof;

import countersign.routefile.Attempts;
import countersign.routefile.Place;
import countersign.routefile.Refusal;
import countersign.routefile.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The route configurations: what happens to a message whose step fails. */
final class ErrorHandling {
  private static final String NONE = "errorHandler: { noErrorHandler: {} }";

  private record Configuration(Place place, boolean bare, Set<ErrorBranch> branches) {}

  private final Map<String, Configuration> configurations = new LinkedHashMap<>();

  /** Reads one {@code routeConfiguration}. */
  void add(YamlNode node) {
    Keys.only(node, "routeConfiguration", "id", "description", "onException", "errorHandler");
    Keys.documentation(node);
    String id = Keys.id(node.need("id", "routeConfiguration"), "routeConfiguration");
    Attempts parts = new Attempts();
    boolean[] bare = {false};
    parts.attempt(
        () -> bare[0] = node.get("errorHandler").map(ErrorHandling::isNone).orElse(false));
    Set<ErrorBranch> branches = new LinkedHashSet<>();
    if (node.get("onException").isPresent()) {
      for (YamlNode item : node.need("onException", id).asList("onException")) {
        parts.attempt(
            () -> {
              Keys.only(item, "an item of onException", "onException");
              branches.addAll(branches(item.need("onException", "the item")));
            });
      }
    }
    Configuration made = new Configuration(node.place(), bare[0], branches);
    boolean twice = configurations.putIfAbsent(id, made) != null;
    parts.end();
    if (twice) {
      throw Refusal.at(
          node.place(),
          "two route configurations have the id %s".formatted(id),
          "Give one of them another id.");
    }
  }

  /** Refuses every error handler but the one that leaves the failure to the caller. */
  static boolean isNone(YamlNode node) {
    Map.Entry<String, YamlNode> handler = node.only("errorHandler");
    boolean none =
        handler.getKey().equals("noErrorHandler")
            && handler.getValue().asMapping("noErrorHandler").isEmpty();
    if (!none) {
      throw Refusal.at(
          node.place(),
          "the error handler %s %s".formatted(handler.getKey(), Keys.why(handler.getKey())),
          "Write %s, or name the route configuration that refuses, holds and parks."
              .formatted(NONE));
    }
    return true;
  }

  private static List<ErrorBranch> branches(YamlNode node) {
    Keys.only(
        node, "onException", "exception", "handled", "continued", "steps", "id", "description");
    Keys.documentation(node);
    boolean handled = isTrue(node, "handled");
    boolean continued = isTrue(node, "continued");
    List<YamlNode> steps = node.need("steps", "onException").asList("steps");
    assertOneStep(node, steps.size(), handled, continued);
    YamlNode bean = beanOf(steps.get(0));
    List<ErrorBranch> found = new ArrayList<>();
    for (YamlNode one : node.need("exception", "onException").asList("exception")) {
      ErrorBranch branch =
          new ErrorBranch(
              one.asText("exception"), bean.textOf("ref"), bean.textOf("method"), continued);
      branch.assertKnown(one.place());
      found.add(branch);
    }
    return found;
  }

  private static void assertOneStep(YamlNode node, int steps, boolean handled, boolean continued) {
    if (steps != 1) {
      throw Refusal.at(
          node.place(),
          "a branch of onException has %d steps, and exactly one is allowed".formatted(steps),
          "Keep the one bean step that stores the failure; it also writes the log.");
    }
    if (handled == continued) {
      throw Refusal.at(
          node.place(),
          "a branch of onException is %s"
              .formatted(handled ? "both handled and continued" : "neither handled nor continued"),
          "Write handled: { constant: { expression: \"true\" } }, as the shipped routes/errors.camel.yaml.");
    }
  }

  private static YamlNode beanOf(YamlNode item) {
    Map.Entry<String, YamlNode> step = item.only("a step of onException");
    if (!step.getKey().equals("bean")) {
      throw Refusal.at(
          step.getValue().place(),
          "the step %s in onException would get the body of any step, and the exception, past the controls"
              .formatted(step.getKey()),
          "Keep the one bean step that stores the failure.");
    }
    YamlNode bean = step.getValue();
    Keys.only(bean, "bean", "ref", "method", "id", "description", "note");
    return bean;
  }

  private static boolean isTrue(YamlNode node, String key) {
    if (node.get(key).isEmpty()) {
      return false;
    }
    RouteExpression value = RouteExpression.of(node.need(key, "onException"), key);
    if (value.simple() || !value.text().equals("true")) {
      throw Refusal.at(
          value.place(),
          "%s must be the constant true".formatted(key),
          "Write %s: { constant: { expression: \"true\" } }.".formatted(key));
    }
    return true;
  }

  /** The branches of a route's configurations, as text, sorted. */
  List<String> branches(RouteModel route) {
    return route.configurations().stream()
        .map(configurations::get)
        .filter(Objects::nonNull)
        .flatMap(found -> found.branches.stream())
        .map(ErrorBranch::shown)
        .sorted()
        .toList();
  }

  /**
   * Judges whether the failures of a route are handled as its first label needs.
   *
   * @param elsewhere whether a part that was not read may have the configuration of this id
   * @param faults gets the refusals
   */
  void judge(RouteModel route, State state, Predicate<String> elsewhere, Consumer<Refusal> faults) {
    Attempts parts = new Attempts();
    boolean bare = route.bare();
    boolean unread = route.configurations().stream().anyMatch(elsewhere);
    Set<ErrorBranch> branches = new LinkedHashSet<>();
    for (String id : route.configurations()) {
      Configuration found = configurations.get(id);
      if (found == null) {
        unread = true;
        parts.attempt(() -> assertElsewhere(route, state, id, elsewhere));
      } else {
        bare |= found.bare;
        branches.addAll(found.branches);
      }
    }
    boolean none = bare;
    if (bare && !branches.isEmpty()) {
      parts.attempt(() -> refuseBoth(route, state));
    } else if (!unread) {
      parts.attempt(() -> assertFits(route, state, none, branches));
    }
    try {
      parts.end();
    } catch (Refusal e) {
      faults.accept(e);
    }
  }

  private static void refuseBoth(RouteModel route, State state) {
    throw Refusal.on(
        state,
        route.place(),
        "route %s has branches for failures and noErrorHandler".formatted(route.id()),
        "Keep one of the two.");
  }

  private void assertElsewhere(
      RouteModel route, State state, String id, Predicate<String> elsewhere) {
    if (!elsewhere.test(id)) {
      throw Keys.unknown(
              route.place(),
              "route configuration",
              id,
              "route " + route.id(),
              configurations.keySet())
          .on(state);
    }
  }

  private static void assertFits(
      RouteModel route, State state, boolean bare, Set<ErrorBranch> branches) {
    boolean mustBeBare =
        switch (state.label()) {
          case DEAD_LETTER, WANTED, ASKED, ANSWERED, PARSED, VALIDATED -> true;
          case SEALED_FILE, SEALED_STREAM, NOTICE, TOLD -> true;
          default -> false;
        };
    boolean isStart =
        state.path().size() == 1 || state.label() == Label.ARRIVING || state.label().isReceived();
    if (mustBeBare && !bare) {
      throw Refusal.on(
          state,
          route.place(),
          "route %s must leave its failures to the caller; otherwise a failed step would count as done"
              .formatted(route.id()),
          "Write %s at the route.".formatted(NONE));
    }
    if (!mustBeBare && (!bare || isStart)) {
      assertAll(route, state, branches);
    }
  }

  private static void assertAll(RouteModel route, State state, Set<ErrorBranch> branches) {
    List<ErrorBranch> needed = new ArrayList<>(ErrorBranch.ALWAYS);
    if (state.label() == Label.DELIVER_ID) {
      needed.addAll(ErrorBranch.AT_UPLOAD);
    }
    Attempts each = new Attempts();
    needed.stream()
        .filter(branch -> !branches.contains(branch))
        .forEach(branch -> each.attempt(() -> refuseWithout(branch, route, state)));
    each.end();
  }

  private static void refuseWithout(ErrorBranch branch, RouteModel route, State state) {
    throw Refusal.on(
        state,
        route.place(),
        "route %s does not handle failures: the control %s is missing"
            .formatted(route.id(), branch.shown()),
        "Name the configuration with this branch as routeConfigurationId, or add the branch to it.");
  }
}
