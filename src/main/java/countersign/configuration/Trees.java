package countersign.configuration;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Finds values in parsed documents by a pattern such as {@code officers[].keys[].file}, and reads
 * values of documents that may violate their schema.
 */
final class Trees {
  private static final Pattern DURATION =
      Pattern.compile("(0|[1-9][0-9]{0,5}) (second|minute|hour|day)s?");

  private Trees() {}

  /**
   * A value with its location.
   *
   * @param file path of its document
   * @param path key of the value
   * @param value a missing node if there is no value
   */
  record LocatedValue(String file, String path, JsonNode value) {
    /** The value as it is written; empty for a list, for keys with values, and for nothing. */
    String text() {
      return value.isNull() ? "null" : value.asString("");
    }
  }

  /** The documents of a kind that could be parsed. */
  static List<Documents.Raw> documents(DocumentKind kind, List<Documents.Raw> documents) {
    return documents.stream()
        .filter(document -> document.kind() == kind && document.tree() != null)
        .toList();
  }

  /** The parsed contents of the documents of a kind. */
  static List<JsonNode> of(DocumentKind kind, List<Documents.Raw> documents) {
    return documents(kind, documents).stream()
        .map(document -> Objects.requireNonNull(document.tree()))
        .toList();
  }

  /** True if a document of the kind exists and could not be parsed. */
  static boolean unreadable(DocumentKind kind, List<Documents.Raw> documents) {
    return documents.stream()
        .filter(document -> document.kind() == kind)
        .map(Documents.Raw::tree)
        .anyMatch(tree -> tree == null || tree.isEmpty());
  }

  /** The values that match the pattern. */
  static List<LocatedValue> find(Documents.Raw document, String pattern) {
    List<LocatedValue> found =
        List.of(new LocatedValue(document.path(), "", Objects.requireNonNull(document.tree())));
    for (String step : pattern.split("\\.", -1)) {
      String key = step.replace("[]", "");
      List<LocatedValue> next = new ArrayList<>();
      for (LocatedValue one : found) {
        String path = one.path().isEmpty() ? key : one.path() + "." + key;
        JsonNode value = one.value().path(key);
        if (step.endsWith("[]")) {
          for (int i = 0; i < value.size(); i++) {
            next.add(new LocatedValue(one.file(), path + "[" + i + "]", value.path(i)));
          }
        } else {
          next.add(new LocatedValue(one.file(), path, value));
        }
      }
      found = next;
    }
    return found;
  }

  /** The day that a value states; empty if it states none, which the schema reports. */
  static Optional<LocalDate> day(JsonNode value) {
    return parsed(value, LocalDate::parse);
  }

  /** The local time that a value states; empty if it states none, which the schema reports. */
  static Optional<LocalTime> time(JsonNode value) {
    return parsed(value, LocalTime::parse);
  }

  /** The text of a value that is no time zone; empty if it is one, or if the schema reports it. */
  static Optional<String> zone(JsonNode value) {
    if (!value.isString() || value.asString().isBlank()) {
      return Optional.empty();
    }
    try {
      ZoneId.of(value.asString());
      return Optional.empty();
    } catch (DateTimeException e) {
      return Optional.of(value.asString());
    }
  }

  /** The duration that a value states; empty if it states none, which the schema reports. */
  static Optional<Duration> duration(JsonNode value) {
    return Optional.of(value)
        .filter(text -> text.isString() && DURATION.matcher(text.asString()).matches())
        .map(Section::duration);
  }

  private static <T> Optional<T> parsed(JsonNode value, Function<String, T> parse) {
    try {
      return value.isString() ? Optional.of(parse.apply(value.asString())) : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
