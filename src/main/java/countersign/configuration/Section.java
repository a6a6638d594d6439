package countersign.configuration;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A part of a document that satisfies its schema, read by key. The methods for required keys must
 * be called only for keys that the schema requires. Immutable.
 */
public final class Section {
  private final JsonNode node;
  private final Path directory;

  Section(JsonNode node, Path directory) {
    this.node = node;
    this.directory = directory;
  }

  /** True if the key is present. */
  public boolean has(String key) {
    return node.has(key);
  }

  /** The text of a required key. */
  public String text(String key) {
    return demanded(key).asString();
  }

  /** The text of an optional key; empty if absent. */
  public Optional<String> optionalText(String key) {
    return Optional.ofNullable(node.get(key)).map(JsonNode::asString);
  }

  /** The list of texts; empty if absent. */
  public List<String> texts(String key) {
    return each(key, JsonNode::asString);
  }

  /** The integer of a required key. */
  public int number(String key) {
    return demanded(key).intValue();
  }

  /** The integer of a required key, for values that exceed an int. */
  public long longNumber(String key) {
    return demanded(key).longValue();
  }

  /** The integer of an optional key; empty if absent. */
  public Optional<Long> optionalLong(String key) {
    return Optional.ofNullable(node.get(key)).map(JsonNode::longValue);
  }

  /** The boolean of a required key. */
  public boolean flag(String key) {
    return demanded(key).booleanValue();
  }

  /** The date of a required key. */
  public LocalDate day(String key) {
    return LocalDate.parse(text(key));
  }

  /** The date of an optional key; empty if absent. */
  public Optional<LocalDate> optionalDay(String key) {
    return optionalText(key).map(LocalDate::parse);
  }

  /** The duration of a required key, written as {@code 30 days}. */
  public Duration duration(String key) {
    return duration(demanded(key));
  }

  /** The duration of an optional key; empty if absent. */
  public Optional<Duration> optionalDuration(String key) {
    return Optional.ofNullable(node.get(key)).map(Section::duration);
  }

  /**
   * The file path of a required key; a relative path is resolved against the configuration
   * directory.
   */
  public Path file(String key) {
    return directory.resolve(text(key)).normalize();
  }

  /** The nested object of a required key. */
  public Section section(String key) {
    return new Section(demanded(key), directory);
  }

  /** The nested object of an optional key; empty if absent. */
  public Optional<Section> optionalSection(String key) {
    return Optional.ofNullable(node.get(key)).map(part -> new Section(part, directory));
  }

  /** The list of nested objects; empty if absent. */
  public List<Section> sections(String key) {
    return each(key, part -> new Section(part, directory));
  }

  static Duration duration(JsonNode node) {
    String[] words = node.asString().split(" ", 2);
    String unit = words[1].toUpperCase(Locale.ROOT);
    return Duration.of(
        Long.parseLong(words[0]), ChronoUnit.valueOf(unit.endsWith("S") ? unit : unit + "S"));
  }

  private <T> List<T> each(String key, Function<JsonNode, T> value) {
    List<T> values = new ArrayList<>();
    node.path(key).forEach(item -> values.add(value.apply(item)));
    return List.copyOf(values);
  }

  private JsonNode demanded(String key) {
    JsonNode value = node.get(key);
    if (value == null) {
      throw new IllegalStateException("The schema does not demand the key " + key);
    }
    return value;
  }
}
