package countersign.configuration;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

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
  private final Map<DocumentKind, JsonNode> texts = new EnumMap<>(DocumentKind.class);
  private final Map<DocumentKind, Schema> schemas = new EnumMap<>(DocumentKind.class);

  Schemas() {
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    for (DocumentKind kind : DocumentKind.values()) {
      JsonNode text = read("schema/" + kind.schema() + ".json");
      texts.put(kind, text);
      schemas.put(kind, registry.getSchema(text));
    }
  }

  private static JsonNode read(String resource) {
    try (InputStream in = Schemas.class.getResourceAsStream(resource)) {
      return new JsonMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("The schema " + resource + " cannot be read", e);
    }
  }

  /**
   * The document with an empty section in place of each heading without a value, so that each key
   * that the section lacks is reported.
   */
  Documents.Raw withSections(Documents.Raw document) {
    JsonNode tree = document.tree();
    return tree == null
        ? document
        : new Documents.Raw(
            document.kind(),
            document.path(),
            document.bytes(),
            withSections(document.kind(), texts.get(document.kind()), tree));
  }

  private JsonNode withSections(DocumentKind kind, JsonNode about, JsonNode value) {
    JsonNode part = resolve(kind, about);
    if (value.isNull() && part.path("type").asString("").equals("object")) {
      return JsonNodeFactory.instance.objectNode();
    }
    if (value.isObject()) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      for (Map.Entry<String, JsonNode> entry : value.properties()) {
        JsonNode child = part.path("properties").path(entry.getKey());
        copy.set(entry.getKey(), withSections(kind, child, entry.getValue()));
      }
      return copy;
    }
    if (value.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      value.forEach(item -> copy.add(withSections(kind, part.path("items"), item)));
      return copy;
    }
    return value;
  }

  /** Every schema violation of a document, in the order of the schema. */
  List<Problem> problems(Documents.Raw document) {
    List<Problem> problems = new ArrayList<>();
    for (Error error : schemas.get(document.kind()).validate(document.tree())) {
      problems.add(problem(document, error));
    }
    return problems;
  }

  private Problem problem(Documents.Raw document, Error error) {
    String at = dotted(error.getInstanceLocation());
    JsonNode value = error.getInstanceNode();
    JsonNode about = about(document.kind(), error.getInstanceLocation());
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
    JsonNode wanted = resolve(document.kind(), about.path("properties").path(key));
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
    String rule =
        switch (keyword) {
          case "enum" -> "one of " + about.path("enum");
          case "minimum", "maximum" ->
              "a number from " + about.path("minimum").asString() + bound(about.path("maximum"));
          case "uniqueItems" -> "each item once";
          case "minItems", "minProperties" -> "at least " + about.path(keyword).asString();
          case "maxItems", "maxProperties" -> "at most " + about.path(keyword).asString();
          case "format" -> "a day of the calendar";
          default -> "the form " + about.path("pattern").asString();
        };
    return rule + " (" + description(about) + ")";
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

  /** The part of a schema that describes the value at this path. */
  private JsonNode about(DocumentKind kind, NodePath path) {
    JsonNode part = texts.get(kind);
    for (int i = 0; i < path.getNameCount(); i++) {
      part =
          resolve(
              kind,
              path.getElement(i) instanceof Integer
                  ? part.path("items")
                  : part.path("properties").path(path.getName(i)));
    }
    return part;
  }

  private JsonNode resolve(DocumentKind kind, JsonNode part) {
    return part.has("$ref") ? texts.get(kind).at(part.path("$ref").asString().substring(1)) : part;
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
