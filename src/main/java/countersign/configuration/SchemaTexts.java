package countersign.configuration;

import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The texts of the schemas that are built into the program: which part of a schema describes which
 * part of a document. Immutable, thread-safe.
 */
final class SchemaTexts {
  private final Map<DocumentKind, JsonNode> texts = new EnumMap<>(DocumentKind.class);

  SchemaTexts() {
    for (DocumentKind kind : DocumentKind.values()) {
      texts.put(kind, read("schema/" + kind.schema() + ".json"));
    }
  }

  private static JsonNode read(String resource) {
    try (InputStream in = SchemaTexts.class.getResourceAsStream(resource)) {
      return new JsonMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("The schema " + resource + " cannot be read", e);
    }
  }

  /** The whole schema of a kind. */
  JsonNode of(DocumentKind kind) {
    return Objects.requireNonNull(texts.get(kind));
  }

  /** The part of a schema that describes the value at this path. */
  JsonNode about(DocumentKind kind, NodePath path) {
    JsonNode part = of(kind);
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

  /** The part itself, or the definition that it refers to. */
  JsonNode resolve(DocumentKind kind, JsonNode part) {
    return part.has("$ref") ? of(kind).at(part.path("$ref").asString().substring(1)) : part;
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
            withSections(document.kind(), of(document.kind()), tree));
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
}
