package countersign.routeproof;

import countersign.routefile.Place;
import countersign.routefile.Refusal;
import countersign.routefile.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An expression in a route. The proof knows the languages constant and simple, and of simple only
 * the functions that show an id, a partner or a time.
 *
 * @param place where it is written
 * @param simple whether Camel evaluates it; otherwise it is a constant
 * @param text as it is written
 */
record RouteExpression(Place place, boolean simple, String text) {
  private static final Pattern TOKEN = Pattern.compile("\\$\\{([^${}]*)}");
  private static final Pattern TIME = Pattern.compile("date:now(:[A-Za-z0-9:.' -]+)?");
  private static final Pattern CONDITION = Pattern.compile("[A-Za-z0-9 '\"=!<>&|_.,:/()*+-]*");
  private static final Set<String> HARMLESS =
      Set.of("exchangeId", "routeId", "fromRouteId", "stepId", "camelId", "threadName");
  private static final List<String> BODY =
      List.of(
          "body",
          "body.id.value",
          "body.partner",
          "body.kindWord",
          "body.name",
          "body.size",
          "body.sha256");
  private static final String LANGUAGES =
      "Write simple with ids, such as { simple: \"${exchangeId}\" }, or constant.";

  /** The expression of a step, in either notation. */
  static RouteExpression of(YamlNode step, String owner) {
    YamlNode holder = step.get("expression").orElse(step);
    Optional<YamlNode> simple = holder.get("simple");
    Optional<YamlNode> constant = holder.get("constant");
    if (step.get("expression").isPresent()) {
      Map.Entry<String, YamlNode> language = holder.only("expression");
      if (!language.getKey().equals("simple") && !language.getKey().equals("constant")) {
        Optional<String> near = Keys.nearest(language.getKey(), List.of("constant", "simple"));
        throw Refusal.at(
            language.getValue().place(),
            "%s uses the language %s, which the proof cannot judge"
                .formatted(owner, language.getKey()),
            "one of constant, simple",
            near.orElse(""),
            near.map("Perhaps %s is meant. "::formatted).orElse("") + LANGUAGES);
      }
    }
    YamlNode value =
        simple
            .or(() -> constant)
            .orElseThrow(
                () -> Refusal.at(step.place(), "%s has no expression".formatted(owner), LANGUAGES));
    if (simple.isPresent() && constant.isPresent()) {
      throw Refusal.at(value.place(), "%s has two expressions".formatted(owner), "Remove one.");
    }
    return read(value, simple.isPresent(), owner);
  }

  private static RouteExpression read(YamlNode value, boolean simple, String owner) {
    YamlNode text = value;
    if (value.kind() == YamlNode.Kind.MAPPING) {
      Keys.only(value, "the expression of " + owner, "expression", "id");
      text = value.need("expression", "the expression of " + owner);
    }
    return new RouteExpression(text.place(), simple, text.asText("the expression of " + owner));
  }

  /** What its value holds. */
  Label value(State state, String owner) {
    assertReadable(owner);
    Matcher whole = TOKEN.matcher(text);
    if (simple && whole.matches()) {
      return token(state, whole.group(1), owner);
    }
    assertShowsNothing(state, owner);
    return Label.PLAIN;
  }

  /** Refuses an expression that shows more than ids. */
  void assertShowsNothing(State state, String owner) {
    assertReadable(owner);
    if (!simple) {
      return;
    }
    Matcher each = TOKEN.matcher(text);
    while (each.find()) {
      Label shown = token(state, each.group(1), owner);
      if (!shown.isId()) {
        throw Refusal.on(
            state,
            place,
            "%s would show %s with ${%s}".formatted(owner, shown.words(), each.group(1)),
            "Show an id instead, such as ${variable.file} or ${exchangeId}.");
      }
    }
    if (TOKEN.matcher(text).replaceAll("").contains("$")) {
      throw Refusal.on(
          state,
          place,
          "%s has an expression that the proof cannot judge".formatted(owner),
          "Use each ${...} on its own, without another one inside it.");
    }
  }

  /** Refuses a condition on anything but ids. */
  void assertCondition(State state, String owner) {
    assertShowsNothing(state, owner);
    if (!CONDITION.matcher(TOKEN.matcher(text).replaceAll("")).matches()) {
      throw Refusal.on(
          state,
          place,
          "%s has a condition that the proof cannot judge".formatted(owner),
          "Compare ids with texts in quotation marks.");
    }
  }

  /** Refuses what Camel replaces before it evaluates the expression. */
  private void assertReadable(String owner) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    if (text.contains("{{") || text.contains("}}")) {
      throw Refusal.at(
          place,
          "%s has a placeholder {{ }} in its expression, which could become any expression"
              .formatted(owner),
          "Write the value itself.");
    }
    if (lower.startsWith("resource:")) {
      throw Refusal.at(
          place,
          "%s reads its expression from a resource, which the proof does not read".formatted(owner),
          "Write the expression here.");
    }
  }

  private Label token(State state, String name, String owner) {
    if (HARMLESS.contains(name) || TIME.matcher(name).matches()) {
      return Label.PLAIN;
    }
    if (name.startsWith("variable.")) {
      return state
          .variable(name.substring("variable.".length()))
          .orElseThrow(() -> unset(state, "variable", name, owner));
    }
    if (name.startsWith("header.")) {
      return Optional.ofNullable(state.headers().get(name.substring("header.".length())))
          .orElseThrow(() -> unset(state, "header", name, owner));
    }
    return body(state, name).orElseThrow(() -> unknown(state, name, owner));
  }

  private Refusal unknown(State state, String name, String owner) {
    List<String> known = functions(state);
    String near = Keys.nearest(name, known).orElse("");
    return Refusal.on(
        state,
        place,
        "%s uses ${%s}, which the proof does not allow while the body is %s; ahead are the controls %s"
            .formatted(
                owner,
                name,
                state.label().words(),
                String.join(", ", Control.ahead(state.label()))),
        "one of ${" + String.join("}, ${", known) + "}",
        near,
        (near.isEmpty() ? "Use an id." : "Perhaps ${%s} is meant.".formatted(near))
            + " Known here: ${%s}.".formatted(String.join("}, ${", known)));
  }

  /** The functions that show ids at this point of the path. */
  private static List<String> functions(State state) {
    List<String> known = new ArrayList<>(new TreeSet<>(HARMLESS));
    known.add("date:now:yyyy-MM-dd");
    state.variables().forEach((name, label) -> add(known, "variable." + name, label));
    state.headers().forEach((name, label) -> add(known, "header." + name, label));
    for (String name : BODY) {
      body(state, name).ifPresent(label -> add(known, name, label));
    }
    return known;
  }

  private static void add(List<String> known, String name, Label label) {
    if (label.isId()) {
      known.add(name);
    }
  }

  private Refusal unset(State state, String kind, String name, String owner) {
    String whole = name.replaceFirst("^(\\w+\\.\\w+)\\..*$", "$1");
    if (!whole.equals(name) && functions(state).contains(whole)) {
      return Refusal.on(
          state,
          place,
          "%s uses ${%s}, and only the whole ${%s} may be used".formatted(owner, name, whole),
          "Write ${%s}; or let an earlier step keep the part that you need in a variable of its own."
              .formatted(whole));
    }
    if (!whole.equals(name)
        && state.variables().containsKey(whole.replaceFirst("^variable\\.", ""))) {
      return Refusal.on(
          state,
          place,
          "%s uses ${%s}, and the parts of ${%s} may not be used".formatted(owner, name, whole),
          "Keep what you need in a variable of its own, such as ${body.name} behind dispatch, and use that one.");
    }
    return Refusal.on(
        state,
        place,
        "%s uses ${%s}, and no earlier step of this path sets that %s".formatted(owner, name, kind),
        "one of ${" + String.join("}, ${", functions(state)) + "}",
        Keys.nearest(name, functions(state)).orElse(""),
        Keys.nearest(name, functions(state))
            .map("Perhaps ${%s} is meant; otherwise set it in an earlier step."::formatted)
            .orElse("Set it in an earlier step, or remove it here."));
  }

  private static Optional<Label> body(State state, String name) {
    Label label = state.label();
    if (name.equals("body")) {
      return Optional.of(label);
    }
    if (label.isReceived()) {
      return switch (name) {
        case "body.id", "body.id.value" -> Optional.of(Label.FILE_ID);
        case "body.partner", "body.kindWord", "body.kind" -> Optional.of(Label.PLAIN);
        default -> Optional.empty();
      };
    }
    if (label == Label.SEALED_FILE) {
      return switch (name) {
        case "body.name" -> Optional.of(Label.FILE_NAME);
        case "body.content" -> Optional.of(Label.SEALED_STREAM);
        case "body.id", "body.partner", "body.size", "body.sha256" -> Optional.of(Label.PLAIN);
        default -> Optional.empty();
      };
    }
    return Optional.empty();
  }
}
