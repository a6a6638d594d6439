package countersign.routeproof;

import countersign.routefile.Refusal;
import countersign.routefile.YamlNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The route templates of the files, and the routes that they become. */
final class Templates {
  /** Without dashes: Camel also fills in host-key where hostKey is written. */
  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");

  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9._-]+");

  private record Template(YamlNode route, Map<String, Optional<String>> parameters) {}

  private final Map<String, Template> templates = new LinkedHashMap<>();

  boolean has(String id) {
    return templates.containsKey(id);
  }

  /** The parameters of each template, by its id; a copy that may be changed. */
  Map<String, List<String>> parameters() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    templates.forEach((id, one) -> all.put(id, List.copyOf(one.parameters.keySet())));
    return all;
  }

  /** The route that a template becomes. */
  YamlNode route(String id, Map<String, String> values) {
    return Objects.requireNonNull(templates.get(id)).route.with(text -> replaced(text, values));
  }

  /** Adds one. */
  void add(YamlNode node) {
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

  /** What one use gives to each parameter. */
  Map<String, String> values(String name, YamlNode use, String id) {
    Template template = Objects.requireNonNull(templates.get(name));
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
    assertComplete(use, id, template, values);
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
}
