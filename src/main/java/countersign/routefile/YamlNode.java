package countersign.routefile;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A value of a route file with its place: a text, a list or a mapping.
 *
 * @param place where it begins
 * @param kind which of the three it is
 * @param text the text, also of a number or of true and false; empty for the other kinds
 * @param items the items of a list
 * @param entries the entries of a mapping, in their order
 */
public record YamlNode(
    Place place, Kind kind, String text, List<YamlNode> items, Map<String, YamlNode> entries) {

  /** The kinds of values. */
  public enum Kind {
    TEXT("a text"),
    LIST("a list"),
    MAPPING("keys with values");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    private String advice(String name) {
      return switch (this) {
        case TEXT -> "Write the value on the line of %s.".formatted(name);
        case LIST ->
            "Write each item of %s on a line of its own that begins with a hyphen.".formatted(name);
        case MAPPING ->
            "Write the keys of %s below it, with two blanks more than it has.".formatted(name);
      };
    }
  }

  public static YamlNode text(Place place, String text) {
    return new YamlNode(place, Kind.TEXT, text, List.of(), Map.of());
  }

  public static YamlNode list(Place place, List<YamlNode> items) {
    return new YamlNode(place, Kind.LIST, "", List.copyOf(items), Map.of());
  }

  public static YamlNode mapping(Place place, Map<String, YamlNode> entries) {
    return new YamlNode(place, Kind.MAPPING, "", List.of(), entries);
  }

  public Optional<YamlNode> get(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  /** The text of an entry; empty if there is none. */
  public String textOf(String key) {
    YamlNode value = entries.get(key);
    return value == null ? "" : value.asText(key);
  }

  /** The entry, which must exist. */
  public YamlNode need(String key, String owner) {
    YamlNode value = entries.get(key);
    if (value == null) {
      throw Refusal.at(
          place,
          "%s has no key %s".formatted(owner, key),
          "Add %s, indented below %s.".formatted(key, owner));
    }
    return value;
  }

  public String asText(String name) {
    return as(Kind.TEXT, name).text;
  }

  public List<YamlNode> asList(String name) {
    return as(Kind.LIST, name).items;
  }

  public Map<String, YamlNode> asMapping(String name) {
    return as(Kind.MAPPING, name).entries;
  }

  /** Whether nothing is written behind the key or the dash. */
  public boolean isEmpty() {
    return kind == Kind.TEXT && text.isEmpty();
  }

  private YamlNode as(Kind wanted, String name) {
    if (kind != wanted) {
      throw Refusal.at(
          place,
          "%s must be %s, and is %s"
              .formatted(name, wanted.words, isEmpty() ? "empty" : kind.words),
          wanted.words,
          "",
          wanted.advice(name));
    }
    return this;
  }

  /** The only entry of a mapping, such as {@code bean: {...}}. */
  public Map.Entry<String, YamlNode> only(String name) {
    Map<String, YamlNode> found = asMapping(name);
    Iterator<Map.Entry<String, YamlNode>> each = found.entrySet().iterator();
    if (found.size() != 1) {
      throw Refusal.at(
          place,
          "%s has the keys %s at one level; it has exactly one"
              .formatted(name, List.copyOf(found.keySet())),
          "Indent the keys that belong to the first one, or begin a new item with a hyphen.");
    }
    return each.next();
  }

  /** The same tree with every text replaced; keys stay. */
  public YamlNode with(UnaryOperator<String> change) {
    Map<String, YamlNode> changed = new LinkedHashMap<>();
    entries.forEach((key, value) -> changed.put(key, value.with(change)));
    return new YamlNode(
        place,
        kind,
        kind == Kind.TEXT ? change.apply(text) : text,
        items.stream().map(item -> item.with(change)).toList(),
        changed);
  }
}
