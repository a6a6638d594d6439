package countersign.profile;

import countersign.request.FileDetail.Detail;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the fields of an object by name and type. An unknown field or a value of another type,
 * including {@code null}, refuses the file.
 */
public final class Fields {
  /** Maximum length of a text in characters; a longer one refuses the request. */
  public static final int MAX_TEXT = 2_000;

  /** Maximum length of an id in characters; a longer one refuses the request. */
  public static final int MAX_ID = 128;

  private final ObjectNode node;
  private final Shape shape;
  private final String path;

  private Fields(ObjectNode node, Shape shape, String path) {
    this.node = node;
    this.shape = shape;
    this.path = path;
  }

  /** Collects faults that refuse the request, but not the file. */
  public static final class Shape {
    private Set<String> malformed = Set.of();

    /**
     * Names of the fields, in the schema, whose value is too long, too many, or contains a
     * character that no text may contain.
     */
    public Set<String> malformed() {
      return Collections.unmodifiableSet(malformed);
    }

    void add(String field) {
      if (malformed.isEmpty()) {
        malformed = new TreeSet<>();
      }
      malformed.add(field);
    }
  }

  static Fields of(JsonNode node, Set<String> known, Shape shape) throws LineFault {
    return of(node, known, shape, "");
  }

  private static Fields of(JsonNode node, Set<String> known, Shape shape, String name)
      throws LineFault {
    if (!(node instanceof ObjectNode object)) {
      throw wrongType(name.isEmpty() ? "the line" : name, "an object in braces");
    }
    if (!known.containsAll(object.propertyNames())) {
      throw new LineFault(
          Detail.UNKNOWN_FIELD, ForeignName.firstUnknown(name, object.propertyNames(), known));
    }
    return new Fields(object, shape, name.isEmpty() ? "" : name + ".");
  }

  @Nullable String text(String name) throws LineFault {
    JsonNode value = node.get(name);
    return value == null ? null : textOf(value, path + name);
  }

  /** Reads an id; null if absent. */
  @Nullable String id(String name) throws LineFault {
    String value = text(name);
    if (value != null && value.length() > MAX_ID) {
      shape.add(path + name);
    }
    return value;
  }

  @Nullable Boolean flag(String name) throws LineFault {
    JsonNode value = node.get(name);
    if (value == null) {
      return null;
    }
    if (!value.isBoolean()) {
      throw wrongType(path + name, "true or false without quotes");
    }
    return value.booleanValue();
  }

  /** Reads an integer without fraction or exponent; null if absent. */
  @Nullable Long number(String name) throws LineFault {
    JsonNode value = node.get(name);
    if (value == null) {
      return null;
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrongType(path + name, "a whole number without quotes");
    }
    return value.longValue();
  }

  /** Reads the object with that name; null if absent. */
  @Nullable Fields object(String name, Set<String> known) throws LineFault {
    JsonNode value = node.get(name);
    return value == null ? null : of(value, known, shape, path + name);
  }

  List<String> texts(String name) throws LineFault {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : list(name)) {
      texts.add(textOf(value, path + name));
    }
    return texts;
  }

  /**
   * Reads a list of objects.
   *
   * @param most largest number of them; more refuse the request
   */
  List<Fields> objects(String name, Set<String> known, int most) throws LineFault {
    List<Fields> objects = new ArrayList<>();
    for (JsonNode value : list(name)) {
      objects.add(of(value, known, shape, path + name + "[]"));
    }
    if (objects.size() > most) {
      shape.add(path + name);
    }
    return objects;
  }

  /**
   * Reads an object of text values whose names the partner chooses.
   *
   * @param most largest number of them; more refuse the request
   */
  Map<String, String> map(String name, int most) throws LineFault {
    JsonNode value = node.get(name);
    Map<String, String> map = new TreeMap<>();
    if (value == null) {
      return map;
    }
    if (!value.isObject()) {
      throw wrongType(path + name, "an object in braces");
    }
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      check(entry.getKey(), path + name);
      map.put(entry.getKey(), textOf(entry.getValue(), path + name));
    }
    if (map.size() > most) {
      shape.add(path + name);
    }
    return map;
  }

  private static LineFault wrongType(String name, String type) {
    return new LineFault(
        Detail.TYPE,
        name,
        "Write %s as %s; leave out a field that has no value.".formatted(name, type));
  }

  private Iterable<JsonNode> list(String name) throws LineFault {
    JsonNode value = node.get(name);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray()) {
      throw wrongType(path + name, "a list in brackets");
    }
    return value;
  }

  private String textOf(JsonNode value, String name) throws LineFault {
    if (!value.isString()) {
      throw wrongType(name, "a text in double quotes");
    }
    String text = value.stringValue();
    check(text, name);
    return text;
  }

  private void check(String text, String name) throws LineFault {
    if (text.length() > MAX_TEXT && text.codePointCount(0, text.length()) > MAX_TEXT) {
      shape.add(name);
    }
    for (int i = 0; i < text.length(); i++) {
      int point = text.codePointAt(i);
      if (point > Character.MAX_VALUE) {
        i++;
      } else if (Character.isSurrogate((char) point)) {
        throw new LineFault(
            Detail.JSON, name, "Write both halves of a surrogate pair in %s.".formatted(name));
      }
      if (UnacceptableText.contains(point)) {
        shape.add(name);
      }
    }
  }
}
