package countersign.routeproof;

import countersign.routefile.Attempts;
import countersign.routefile.Place;
import countersign.routefile.Refusal;
import countersign.routefile.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges each step of one route with what the message holds before it. */
final class StepRules {
  static final Set<String> KNOWN =
      new TreeSet<>(
          Set.of(
              "bean",
              "to",
              "toD",
              "setBody",
              "setHeader",
              "setVariable",
              "removeHeader",
              "removeHeaders",
              "removeVariable",
              "log",
              "delay",
              "throttle",
              "filter",
              "choice",
              "step",
              "stop"));
  private static final Pattern CALL =
      Pattern.compile("([A-Za-z]+)(?:\\(\\s*(\\$\\{[^${}]*})\\s*\\))?");
  private static final Pattern TARGET =
      Pattern.compile("direct:([A-Za-z0-9_-]*)\\$\\{body\\.(kindWord|partner)}([A-Za-z0-9_-]*)");

  private final Walk walk;
  private final RouteModel route;
  private final List<String> kinds;

  StepRules(Walk walk, RouteModel route, List<String> kinds) {
    this.walk = walk;
    this.route = route;
    this.kinds = kinds;
  }

  /** What the message is after the step. */
  State apply(YamlNode node, State before) {
    Map.Entry<String, YamlNode> only;
    try {
      only = node.only("a step of route " + route.id());
    } catch (Refusal e) {
      walk.tell(e.on(before), before);
      String first = node.entries().keySet().stream().findFirst().orElse("");
      return Recovery.after(first, node, before);
    }
    String kind = only.getKey();
    YamlNode step = only.getValue();
    String name = name(kind, step);
    if (before.stopped()) {
      throw Refusal.on(
          before, node.place(), "%s stands behind stop".formatted(name), "Remove it or the stop.");
    }
    State state = before.step(name, node.place());
    if (!KNOWN.contains(kind)) {
      walk.tell(unknown(state, node.place(), kind, before.label()), state);
      return Recovery.after(Keys.nearest(kind, KNOWN).orElse(kind), step, state);
    }
    kinds.add(kind);
    State after = judged(kind, step, state);
    walk.record(
        new RouteStep(
            route.id(), node.place().toString(), name, zone(kind, after), after.label().words()));
    return after;
  }

  private State judged(String kind, YamlNode step, State state) {
    try {
      return withPath(kind, step, state);
    } catch (Refusal e) {
      walk.tell(e, state);
      return Recovery.after(kind, step, state);
    }
  }

  private State withPath(String kind, YamlNode step, State state) {
    try {
      if (step.kind() == YamlNode.Kind.MAPPING) {
        Keys.documentation(step);
      }
      return apply(kind, step, state);
    } catch (Refusal e) {
      throw e.on(state);
    }
  }

  private static String zone(String kind, State after) {
    if (kind.equals("to") && after.label() == Label.ANSWERED) {
      return Endpoint.Kind.SOURCE.zone();
    }
    if (kind.equals("to") && after.label() == Label.TOLD) {
      return Endpoint.Kind.NOTICE.zone();
    }
    return kind.equals("to") && after.label() == Label.UPLOADED ? "partner" : "gateway";
  }

  static String name(String kind, YamlNode step) {
    if (step.kind() == YamlNode.Kind.MAPPING) {
      YamlNode id = step.entries().getOrDefault("id", step);
      YamlNode method = step.entries().getOrDefault("method", step);
      String shown = id.text().isEmpty() ? method.text() : id.text();
      return shown.isEmpty() ? kind : "%s %s".formatted(kind, shown);
    }
    return kind;
  }

  private Refusal unknown(State state, Place place, String kind, Label label) {
    List<String> ahead = Control.ahead(label);
    String past = ahead.isEmpty() ? "" : "; ahead are the controls " + String.join(", ", ahead);
    String known = String.join(", ", KNOWN);
    Optional<String> near = Keys.nearest(kind, KNOWN);
    String level = KNOWN.contains(kind) ? "" : Levels.advice(kind).orElse("");
    String now =
        level.isEmpty()
            ? near.map("Perhaps %s is meant; otherwise remove the step."::formatted)
                .orElse("Remove the step.")
            : level;
    return Refusal.at(
            place,
            "route %s has the step %s, which %s; the body is %s%s"
                .formatted(
                    route.id(),
                    kind,
                    level.isEmpty() ? Keys.why(kind) : "belongs to another level",
                    label.words(),
                    past),
            "one of " + known,
            level.isEmpty() ? near.orElse("") : "",
            "%s Known: %s.".formatted(now, known))
        .on(state);
  }

  private State apply(String kind, YamlNode step, State state) {
    return switch (kind) {
      case "bean" -> bean(step, state);
      case "to" -> to(step, state);
      case "toD" -> toD(step, state);
      case "stop" -> stop(step, state);
      case "step" -> group(step, state);
      case "filter", "choice" -> new ConditionRules(this, walk, kinds).apply(kind, step, state);
      default -> SetLogDelayRules.apply(kind, step, state);
    };
  }

  private State bean(YamlNode step, State state) {
    Attempts parts = new Attempts();
    parts.attempt(() -> Keys.only(step, "bean", "id", "description", "note", "ref", "method"));
    parts.attempt(() -> assertBean(step.need("ref", "bean")));
    parts.attempt(() -> step.need("method", "bean").asText("method"));
    parts.end();
    String bean = step.textOf("ref");
    YamlNode method = step.need("method", "bean");
    Matcher call = CALL.matcher(method.text());
    List<String> methods =
        Control.beans().stream().filter(one -> one.ref().equals(bean)).map(Control::name).toList();
    if (!call.matches() || !methods.contains(call.group(1))) {
      throw Keys.unknown(method.place(), "method", method.text(), "bean " + bean, methods);
    }
    Control control = Control.find(bean, call.group(1)).orElseThrow();
    return ControlRules.pass(
        control, call.group(2) == null ? "" : call.group(2), step.place(), state);
  }

  private void assertBean(YamlNode ref) {
    if (!Control.refs().contains(ref.asText("ref"))) {
      throw Keys.unknown(ref.place(), "bean", ref.text(), "route " + route.id(), Control.refs());
    }
  }

  private State to(YamlNode step, State state) {
    if (step.kind() == YamlNode.Kind.MAPPING) {
      Keys.only(step, "to", "id", "description", "note", "uri", "parameters");
    }
    Endpoint target =
        Endpoint.of(
            step,
            "the step to of route " + route.id(),
            refusal -> walk.tell(refusal.on(state), state));
    return switch (target.kind()) {
      case DIRECT -> {
        String partner = state.partner();
        yield walk.call(target.name(), state, step.place()).inRouteOf(partner);
      }
      case OUTBOX -> ControlRules.upload(walk.named(target), state);
      case DOCUMENT -> sent(target, step, state);
      case SOURCE, NOTICE -> {
        walk.sends(target.uri(), step.place());
        yield sent(target, step, state);
      }
      case QUEUE, INBOX ->
          throw Refusal.on(
              state,
              target.place(),
              "route %s sends to %s; only the gateway itself sends to queues, and nothing to an inbox"
                  .formatted(route.id(), target.uri()),
              "Remove the step; the gateway sends the next work when a step has committed.");
    };
  }

  private static State sent(Endpoint target, YamlNode step, State state) {
    return ControlRules.pass(Control.sending(target.uri()).orElseThrow(), "", step.place(), state);
  }

  private State toD(YamlNode step, State state) {
    if (step.kind() == YamlNode.Kind.MAPPING) {
      Keys.only(step, "toD", "id", "description", "note", "uri");
    }
    YamlNode uri = step.kind() == YamlNode.Kind.MAPPING ? step.need("uri", "toD") : step;
    Matcher target = TARGET.matcher(uri.asText("uri"));
    if (!target.matches()) {
      throw Refusal.on(
          state,
          uri.place(),
          "route %s has the step toD with a target that the proof cannot judge"
              .formatted(route.id()),
          "Use direct:${body.kindWord} for a received file, direct:outbox-${body.partner} for a sealed one, or to for a fixed route.");
    }
    return target.group(2).equals("kindWord")
        ? ControlRules.branch(walk, target.group(1), target.group(3), uri.place(), state)
        : ControlRules.perPartner(walk, target.group(1), target.group(3), uri.place(), state);
  }

  private static State stop(YamlNode step, State state) {
    Keys.only(step, "stop", "id", "description", "note");
    if (state.label() != Label.RECEIVED_KNOWN) {
      throw Refusal.on(
          state,
          step.place(),
          "stop would end the path with %s; ahead are the controls %s"
              .formatted(state.label().words(), String.join(", ", Control.ahead(state.label()))),
          "Remove the step. Only a file that was judged before may stop.");
    }
    return state.holding(Label.JUDGED).asStopped();
  }

  private State group(YamlNode step, State state) {
    Keys.only(step, "step", "id", "description", "note", "steps");
    State inside = state;
    for (YamlNode one : step.need("steps", "step").asList("steps")) {
      inside = apply(one, inside);
    }
    return inside;
  }
}
