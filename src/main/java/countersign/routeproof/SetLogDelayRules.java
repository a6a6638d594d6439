package countersign.routeproof;

import countersign.routefile.Attempts;
import countersign.routefile.Place;
import countersign.routefile.Refusal;
import countersign.routefile.YamlNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges the steps that set, remove, show or wait. Stateless. */
final class SetLogDelayRules {
  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9-]{0,40}");
  private static final Pattern LOGGER = Pattern.compile("[A-Za-z0-9._-]{1,100}");
  private static final Pattern OTHER_LOGGER =
      Pattern.compile("(?i)(?!countersign)[A-Za-z0-9._-]{1,100}");
  private static final List<String> LEVELS =
      List.of("DEBUG", "ERROR", "INFO", "OFF", "TRACE", "WARN");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

  /** A step that waits keeps its thread, and an acknowledgement is due within two minutes. */
  private static final int LONGEST_MILLIS = 60_000;

  private SetLogDelayRules() {}

  static State apply(String kind, YamlNode step, State state) {
    return switch (kind) {
      case "setBody" -> setBody(step, state);
      case "setHeader" -> setHeader(step, state);
      case "setVariable" -> setVariable(step, state);
      case "removeHeader" -> removeHeader(step, state);
      case "removeHeaders" -> removeHeaders(step, state);
      case "removeVariable" -> removeVariable(step, state);
      case "log" -> log(step, state);
      case "delay" -> delay(step, state);
      default -> throttle(step, state);
    };
  }

  private static void keys(YamlNode step, String owner, String... more) {
    Set<String> allowed = new java.util.TreeSet<>(Set.of("id", "description", "note"));
    allowed.addAll(Set.of(more));
    Keys.only(step, owner, allowed);
  }

  private static State setBody(YamlNode step, State state) {
    keys(step, "setBody", "expression", "simple", "constant");
    RouteExpression value = RouteExpression.of(step, "setBody");
    Label label = value.value(state, "setBody");
    if (label != Label.SEALED_STREAM || state.label() != Label.SEALED_FILE) {
      throw Refusal.on(
          state,
          step.place(),
          "setBody would replace %s with %s; controls that this goes around: %s"
              .formatted(
                  state.label().words(),
                  label.words(),
                  String.join(", ", Control.ahead(state.label()))),
          "Only the sealed bytes of a dispatched file become a body: setBody ${body.content} in its outbox route.");
    }
    return state.holding(Label.SEALED_STREAM);
  }

  private static State setHeader(YamlNode step, State state) {
    keys(step, "setHeader", "name", "expression", "simple", "constant");
    String name = step.need("name", "setHeader").asText("name");
    Label label = RouteExpression.of(step, "setHeader").value(state, "setHeader");
    boolean fileName = name.equals("CamelFileName") && label == Label.FILE_NAME;
    boolean plain = NAME.matcher(name).matches() && !isEvaluated(name);
    if (!fileName && (!plain || !label.isId())) {
      throw Refusal.on(
          state,
          step.place(),
          "setHeader %s would put %s into a header that the proof does not allow for it"
              .formatted(name, label.words()),
          "Set CamelFileName from ${body.name} only, and other headers, which begin with a small letter and with neither camel nor jms, from ids.");
    }
    return state.withHeader(name, label);
  }

  /**
   * Whether a component acts on the header; Camel does not tell capital and small letters apart.
   */
  private static boolean isEvaluated(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return small.startsWith("camel") || small.startsWith("jms");
  }

  private static State setVariable(YamlNode step, State state) {
    keys(step, "setVariable", "name", "expression", "simple", "constant");
    String name = step.need("name", "setVariable").asText("name");
    Label label = RouteExpression.of(step, "setVariable").value(state, "setVariable");
    if (!NAME.matcher(name).matches()) {
      throw Refusal.on(
          state,
          step.place(),
          "setVariable uses the name %s; names with ':' belong to global or route variables, which other messages see"
              .formatted(name),
          "Use a name of letters, digits and '-'.");
    }
    boolean fits =
        switch (name) {
          case "file" -> label == Label.FILE_ID;
          case "sealed" -> label == Label.SEALED_FILE;
          default -> label.isId();
        };
    if (!fits) {
      throw Refusal.on(
          state,
          step.place(),
          "setVariable %s would keep %s, which does not belong there"
              .formatted(name, label.words()),
          "Keep ids only; file is ${body.id.value} behind receive, and sealed is ${body} behind dispatch.");
    }
    return state.withVariable(name, label);
  }

  private static State removeHeader(YamlNode step, State state) {
    keys(step, "removeHeader", "name");
    return state.withoutHeader(step.need("name", "removeHeader").asText("name"));
  }

  private static State removeHeaders(YamlNode step, State state) {
    keys(step, "removeHeaders", "pattern");
    YamlNode pattern = step.need("pattern", "removeHeaders");
    if (!pattern.asText("pattern").equals("*")) {
      throw Refusal.on(
          state,
          pattern.place(),
          "removeHeaders would keep some headers; expected the pattern \"*\"",
          "Write pattern: \"*\", or removeHeader with one name.");
    }
    if (state.label() == Label.RECEIVED && state.variable("file").isEmpty()) {
      throw Refusal.on(
          state,
          step.place(),
          "the first step behind receive must be setVariable file from ${body.id.value}, so that a failure of any later step finds its file",
          "Put setVariable file in front of this step.");
    }
    return state.withoutHeaders();
  }

  private static State removeVariable(YamlNode step, State state) {
    keys(step, "removeVariable", "name");
    return state.withoutVariable(
        matching(step, "removeVariable", "name", NAME, "letters, digits and '-'"));
  }

  private static State log(YamlNode step, State state) {
    if (step.kind() == YamlNode.Kind.TEXT) {
      message(step, step.text(), state);
      return state;
    }
    Attempts parts = new Attempts();
    parts.attempt(() -> keys(step, "log", "message", "loggingLevel", "logName", "marker"));
    parts.attempt(
        () -> {
          YamlNode message = step.need("message", "log");
          message(message, message.asText("message"), state);
        });
    parts.attempt(() -> logOptions(step));
    parts.end();
    return state;
  }

  private static void message(YamlNode message, String text, State state) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw Refusal.at(
          message.place(),
          "log has a message of more than one line, of which the second would look like a line of the gateway",
          "Write one line without tabs.");
    }
    new RouteExpression(message.place(), true, text).assertShowsNothing(state, "log");
  }

  private static void logOptions(YamlNode step) {
    one(step, "log", "loggingLevel", LEVELS);
    optional(
        step,
        "log",
        "logName",
        OTHER_LOGGER,
        "letters, digits, '.', '_' and '-', without countersign at the beginning");
    optional(step, "log", "marker", LOGGER, "letters, digits, '.', '_' and '-'");
  }

  private static State delay(YamlNode step, State state) {
    keys(step, "delay", "expression", "constant", "simple", "asyncDelayed");
    number(step, "delay", LONGEST_MILLIS, "milliseconds");
    one(step, "delay", "asyncDelayed", List.of("false"));
    return state;
  }

  private static State throttle(YamlNode step, State state) {
    keys(
        step,
        "throttle",
        "expression",
        "constant",
        "simple",
        "timePeriodMillis",
        "mode",
        "asyncDelayed",
        "rejectExecution");
    number(step, "throttle", 999_999_999, "messages");
    step.get("timePeriodMillis")
        .ifPresent(
            value ->
                within(
                    value,
                    value.asText("timePeriodMillis"),
                    "throttle has the option timePeriodMillis",
                    LONGEST_MILLIS,
                    "milliseconds"));
    one(step, "throttle", "mode", List.of("ConcurrentRequests", "TotalRequests"));
    one(step, "throttle", "asyncDelayed", List.of("false"));
    one(step, "throttle", "rejectExecution", List.of("false"));
    return state;
  }

  private static void number(YamlNode step, String owner, int most, String unit) {
    RouteExpression value = RouteExpression.of(step, owner);
    within(value.place(), value.text(), owner, most, unit);
  }

  private static void within(YamlNode node, String text, String owner, int most, String unit) {
    within(node.place(), text, owner, most, unit);
  }

  private static void within(Place place, String text, String owner, int most, String unit) {
    boolean number = NUMBER.matcher(text).matches();
    if (!number || Integer.parseInt(text) > most) {
      String expected = "a whole number of %s from 1 to %d".formatted(unit, most);
      boolean tooLarge = text.matches("[0-9]{1,30}") && !text.matches("0+");
      String near = Integer.toString(tooLarge ? most : 1000);
      throw Refusal.at(
          place,
          "%s with a value that is not allowed: %s; expected %s".formatted(owner, text, expected),
          expected,
          near,
          "Write %s, or another number of that range.".formatted(near));
    }
  }

  private static void optional(
      YamlNode step, String owner, String key, Pattern allowed, String expected) {
    if (step.get(key).isPresent()) {
      matching(step, owner, key, allowed, expected);
    }
  }

  private static void one(YamlNode step, String owner, String key, List<String> allowed) {
    if (step.get(key).isPresent()) {
      YamlNode value = step.need(key, owner);
      if (!allowed.contains(value.asText(key))) {
        String expected = String.join(", ", allowed);
        String near = Keys.nearest(value.text(), allowed).orElse(allowed.get(0));
        throw refused(value, owner, key, "one of " + expected, near);
      }
    }
  }

  private static String matching(
      YamlNode step, String owner, String key, Pattern allowed, String expected) {
    YamlNode value = step.need(key, owner);
    String text = value.asText(key);
    if (!allowed.matcher(text).matches()) {
      throw refused(value, owner, key, expected, "");
    }
    return text;
  }

  private static Refusal refused(
      YamlNode value, String owner, String key, String expected, String near) {
    return Refusal.at(
        value.place(),
        "%s has the option %s with a value that is not allowed: %s; expected %s"
            .formatted(owner, key, value.text(), expected),
        expected,
        near,
        near.isEmpty() ? "Write %s.".formatted(expected) : "Write %s: %s.".formatted(key, near));
  }
}
