package countersign.profile;

import countersign.request.FileDetail.Detail;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the fields of an object by name and type. An unknown field or a value of another type,
 * including {@code null}, refuses the file.
 */
public final class Fields {
  /** Maximum length of a text in characters; a longer one refuses the request. */
  static final int MAX_TEXT = 2_000;

  private final ObjectNode node;
  private final Shape shape;

  private Fields(ObjectNode node, Shape shape) {
    this.node = node;
    this.shape = shape;
  }

  /** Collects faults that refuse the request, but not the file. */
  public static final class Shape {
    private boolean malformed;

    /** Whether a text is too long or contains a control character. */
    public boolean malformed() {
      return malformed;
    }
  }

  static Fields of(JsonNode node, Set<String> known, Shape shape) throws LineFault {
    if (!(node instanceof ObjectNode object)) {
      throw new LineFault(Detail.TYPE);
    }
    if (!known.containsAll(object.propertyNames())) {
      throw new LineFault(Detail.UNKNOWN_FIELD);
    }
    return new Fields(object, shape);
  }

  @Nullable String text(String name) throws LineFault {
    JsonNode value = node.get(name);
    return value == null ? null : textOf(value);
  }

  /** Reads an id of at most 128 characters; null if absent. */
  @Nullable String id(String name) throws LineFault {
    String value = text(name);
    if (value != null && value.length() > 128) {
      shape.malformed = true;
    }
    return value;
  }

  @Nullable Boolean flag(String name) throws LineFault {
    JsonNode value = node.get(name);
    if (value == null) {
      return null;
    }
    if (!value.isBoolean()) {
      throw new LineFault(Detail.TYPE);
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
      throw new LineFault(Detail.TYPE);
    }
    return value.longValue();
  }

  /** Reads the object with that name; null if absent. */
  @Nullable Fields object(String name, Set<String> known) throws LineFault {
    JsonNode value = node.get(name);
    return value == null ? null : of(value, known, shape);
  }

  List<String> texts(String name) throws LineFault {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : list(name)) {
      texts.add(textOf(value));
    }
    return texts;
  }

  List<Fields> objects(String name, Set<String> known) throws LineFault {
    List<Fields> objects = new ArrayList<>();
    for (JsonNode value : list(name)) {
      objects.add(of(value, known, shape));
    }
    return objects;
  }

  /** Reads an object of text values whose names the partner chooses. */
  Map<String, String> map(String name) throws LineFault {
    JsonNode value = node.get(name);
    Map<String, String> map = new TreeMap<>();
    if (value == null) {
      return map;
    }
    if (!value.isObject()) {
      throw new LineFault(Detail.TYPE);
    }
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      check(entry.getKey());
      map.put(entry.getKey(), textOf(entry.getValue()));
    }
    return map;
  }

  private Iterable<JsonNode> list(String name) throws LineFault {
    JsonNode value = node.get(name);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray()) {
      throw new LineFault(Detail.TYPE);
    }
    return value;
  }

  private String textOf(JsonNode value) throws LineFault {
    if (!value.isString()) {
      throw new LineFault(Detail.TYPE);
    }
    String text = value.stringValue();
    check(text);
    return text;
  }

  private void check(String text) throws LineFault {
    if (text.length() > MAX_TEXT && text.codePointCount(0, text.length()) > MAX_TEXT) {
      shape.malformed = true;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || (c >= 0x7f && c < 0xa0)) {
        shape.malformed = true;
      } else if (Character.isSurrogate(c)) {
        if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
          throw new LineFault(Detail.JSON);
        }
        i++;
      }
    }
  }
}
