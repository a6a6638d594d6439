package countersign.configuration;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Validates documents against the schemas that are built into the program. Editors use a copy in
 * the configuration directory; changing that copy does not widen what the gateway accepts.
 * Immutable, thread-safe.
 */
final class Schemas {
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("string", "a text"),
          Map.entry("integer", "a whole number"),
          Map.entry("number", "a number"),
          Map.entry("boolean", "true or false"),
          Map.entry("array", "a list"),
          Map.entry("object", "keys and values"),
          Map.entry("null", "nothing"));
  private static final int SHOWN_CHARACTERS = 60;
  private final SchemaTexts texts = new SchemaTexts();
  private final Map<DocumentKind, Schema> schemas = new EnumMap<>(DocumentKind.class);

  Schemas() {
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    for (DocumentKind kind : DocumentKind.values()) {
      schemas.put(kind, registry.getSchema(texts.of(kind)));
    }
  }

  /** The texts of the schemas, by which each part of a document can be described. */
  SchemaTexts texts() {
    return texts;
  }

  /** Every schema violation of a document, in the order of the schema. */
  List<Problem> problems(Documents.Raw document) {
    List<Problem> problems = new ArrayList<>();
    List<Error> errors = schemas.get(document.kind()).validate(document.tree());
    for (Error error : errors) {
      if (!isToldByItsForm(error, errors)) {
        problems.add(problem(document, error));
      }
    }
    return problems;
  }

  /** Whether a text is no day because it does not even have the form of one. */
  private static boolean isToldByItsForm(Error error, List<Error> all) {
    return error.getKeyword().equals("format")
        && all.stream()
            .anyMatch(
                other ->
                    other.getKeyword().equals("pattern")
                        && other.getInstanceLocation().equals(error.getInstanceLocation()));
  }

  private Problem problem(Documents.Raw document, Error error) {
    String at = dotted(error.getInstanceLocation());
    JsonNode value = error.getInstanceNode();
    JsonNode about = texts.about(document.kind(), error.getInstanceLocation());
    return switch (error.getKeyword()) {
      case "additionalProperties" ->
          Problem.of(
              Problem.Code.UNKNOWN_KEY,
              document.path(),
              join(at, error.getProperty()),
              "one of " + keys(about),
              "a key that is none of them");
      case "required" -> missing(document, at, error.getProperty(), about);
      case "type" -> {
        String expected = word(about.path("type").asString("")) + " (" + description(about) + ")";
        String found = word(value.getNodeType().name().toLowerCase(Locale.ROOT));
        yield Problem.of(Problem.Code.WRONG_TYPE, document.path(), at, expected, found);
      }
      default -> {
        String expected = expected(error.getKeyword(), about);
        yield Problem.of(Problem.Code.WRONG_VALUE, document.path(), at, expected, shown(at, value));
      }
    };
  }

  private Problem missing(Documents.Raw document, String at, String key, JsonNode about) {
    JsonNode wanted = texts.resolve(document.kind(), about.path("properties").path(key));
    return Problem.of(
        key.equals("because") ? Problem.Code.MISSING_BECAUSE : Problem.Code.MISSING_KEY,
        document.path(),
        join(at, key),
        "a value (" + description(wanted) + ")",
        "nothing");
  }

  private static String word(String type) {
    return WORDS.getOrDefault(type, type);
  }

  private static String expected(String keyword, JsonNode about) {
    if (keyword.equals("pattern") && about.has("description")) {
      return "%s: %s".formatted(description(about), form(about));
    }
    String rule =
        switch (keyword) {
          case "enum" -> "one of " + choices(about);
          case "minimum", "maximum" ->
              "a number from " + about.path("minimum").asString() + bound(about.path("maximum"));
          case "uniqueItems" -> "each item once";
          case "minItems", "minProperties" -> "at least " + about.path(keyword).asString();
          case "maxItems", "maxProperties" -> "at most " + about.path(keyword).asString();
          case "format" -> "a day of the calendar";
          default -> form(about);
        };
    return rule + " (" + description(about) + ")";
  }

  /** The form in words; a pattern without words is caught by a test. */
  private static String form(JsonNode about) {
    return ValueForms.of(about.path("pattern").asString())
        .map(ValueForms.Form::toString)
        .orElse("another form");
  }

  private static String choices(JsonNode about) {
    List<String> words = new ArrayList<>();
    about.path("enum").forEach(word -> words.add(word.asString()));
    return String.join(", ", words);
  }

  private static String bound(JsonNode maximum) {
    return maximum.isMissingNode() ? " up" : " to " + maximum.asString();
  }

  private static String description(JsonNode about) {
    return about.path("description").asString("a value");
  }

  private static String shown(String path, JsonNode value) {
    if (EffectiveView.mayHideSecret(path) || !value.isValueNode()) {
      return value.isValueNode() ? "another value" : counted(value.size());
    }
    String text = value.isNull() ? "null" : value.asString();
    return text.length() > SHOWN_CHARACTERS
        ? text.substring(0, SHOWN_CHARACTERS) + "..."
        : "'" + text + "'";
  }

  private static String counted(int size) {
    return size == 0 ? "nothing" : size + " of them";
  }

  private static String keys(JsonNode about) {
    TreeSet<String> names = new TreeSet<>();
    about.path("properties").propertyNames().forEach(names::add);
    return String.join(", ", names);
  }

  private static String dotted(NodePath path) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < path.getNameCount(); i++) {
      if (path.getElement(i) instanceof Integer index) {
        text.append('[').append(index.intValue()).append(']');
      } else {
        text.append(text.isEmpty() ? "" : ".").append(path.getName(i));
      }
    }
    return text.toString();
  }

  private static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
