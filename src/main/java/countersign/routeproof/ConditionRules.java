package countersign.routeproof;

import countersign.routefile.Place;
import countersign.routefile.Refusal;
import countersign.routefile.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Judges {@code filter} and {@code choice}: no message may go around a control. */
final class ConditionRules {
  private static final Set<String> HARMLESS =
      Set.of(
          "log", "delay", "throttle", "setVariable", "setHeader", "removeHeader", "removeVariable");

  private final StepRules rules;
  private final Walk walk;
  private final List<String> kinds;

  ConditionRules(StepRules rules, Walk walk, List<String> kinds) {
    this.rules = rules;
    this.walk = walk;
    this.kinds = kinds;
  }

  /** What only some messages pass may show ids, and change nothing that a control needs. */
  State apply(String kind, YamlNode step, State state) {
    if (kind.equals("filter")) {
      Keys.only(
          step, "filter", "id", "description", "note", "expression", "simple", "constant", "steps");
      return branch(step, "filter", state);
    }
    Keys.only(step, "choice", "id", "description", "note", "when", "otherwise");
    State after = state;
    for (YamlNode when : step.need("when", "choice").asList("when")) {
      kinds.add("when");
      Keys.only(when, "when", "id", "description", "expression", "simple", "constant", "steps");
      after = branch(when, "when", after);
    }
    if (step.get("otherwise").isPresent()) {
      YamlNode otherwise = step.need("otherwise", "choice");
      kinds.add("otherwise");
      Keys.only(otherwise, "otherwise", "id", "description", "steps");
      after = harmless(otherwise, "otherwise", after);
    }
    return after;
  }

  private State branch(YamlNode node, String owner, State state) {
    RouteExpression.of(node, owner).assertCondition(state, owner);
    return harmless(node, owner, state);
  }

  private State harmless(YamlNode node, String owner, State state) {
    State inside = state;
    for (YamlNode one : node.need("steps", owner).asList("steps")) {
      Map.Entry<String, YamlNode> only = one.only("a step of " + owner);
      String name = StepRules.name(only.getKey(), only.getValue());
      if (!HARMLESS.contains(only.getKey())) {
        walk.tell(moved(name, one.place(), inside), inside);
        continue;
      }
      State after = rules.apply(one, inside);
      if (after.keepsWhatControlsNeed(state)) {
        inside = after;
      } else {
        walk.tell(lost(name, one.place(), after), after);
      }
    }
    return inside;
  }

  private static Refusal moved(String name, Place place, State inside) {
    return Refusal.on(
        inside.step(name, place),
        place,
        "the step %s stands in a condition, so that some messages go around it or go another way; %s"
            .formatted(name, aheadOf(inside)),
        "Put it in front of or behind the condition. Inside stand only: %s."
            .formatted(String.join(", ", new TreeSet<>(HARMLESS))));
  }

  private static Refusal lost(String name, Place place, State after) {
    return Refusal.on(
        after,
        place,
        "the step %s stands in a condition, so that some messages lack what a control behind it needs"
            .formatted(name),
        "Put it in front of the condition.");
  }

  private static String aheadOf(State state) {
    List<String> ahead = Control.ahead(state.label());
    return ahead.isEmpty()
        ? "no control is ahead"
        : "ahead are the controls " + String.join(", ", ahead);
  }
}
