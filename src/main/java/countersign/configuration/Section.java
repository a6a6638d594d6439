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
 * A part of a document that its schema has found in order, read by key. Asking for a key that the
 * schema does not demand by a method that demands it is a mistake of the caller. Immutable.
 */
public final class Section {
  private final JsonNode node;
  private final Path directory;

  Section(JsonNode node, Path directory) {
    this.node = node;
    this.directory = directory;
  }

  /** Whether the key is there. */
  public boolean has(String key) {
    return node.has(key);
  }

  /** A text. */
  public String text(String key) {
    return demanded(key).asString();
  }

  /** A text that may be left out. */
  public Optional<String> optionalText(String key) {
    return Optional.ofNullable(node.get(key)).map(JsonNode::asString);
  }

  /** Texts; empty if left out. */
  public List<String> texts(String key) {
    return each(key, JsonNode::asString);
  }

  /** A whole number. */
  public int number(String key) {
    return demanded(key).intValue();
  }

  /** A whole number that may be large. */
  public long longNumber(String key) {
    return demanded(key).longValue();
  }

  /** Yes or no. */
  public boolean flag(String key) {
    return demanded(key).booleanValue();
  }

  /** A day. */
  public LocalDate day(String key) {
    return LocalDate.parse(text(key));
  }

  /** A day that may be left out. */
  public Optional<LocalDate> optionalDay(String key) {
    return optionalText(key).map(LocalDate::parse);
  }

  /** A length of time, written as {@code 30 days}. */
  public Duration duration(String key) {
    return duration(demanded(key));
  }

  /** A length of time that may be left out. */
  public Optional<Duration> optionalDuration(String key) {
    return Optional.ofNullable(node.get(key)).map(Section::duration);
  }

  /** A file; a relative one is meant from the configuration directory. */
  public Path file(String key) {
    return directory.resolve(text(key)).normalize();
  }

  /** A part of this part. */
  public Section section(String key) {
    return new Section(demanded(key), directory);
  }

  /** A part of this part that may be left out. */
  public Optional<Section> optionalSection(String key) {
    return Optional.ofNullable(node.get(key)).map(part -> new Section(part, directory));
  }

  /** Parts in a list; empty if left out. */
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
