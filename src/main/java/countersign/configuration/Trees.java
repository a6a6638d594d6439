package countersign.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Finds values in parsed documents by a pattern such as {@code officers[].keys[].file}. */
final class Trees {
  private Trees() {}

  /**
   * A value with its location.
   *
   * @param file path of its document
   * @param path key of the value
   * @param value a missing node if there is no value
   */
  record Place(String file, String path, JsonNode value) {
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
        .anyMatch(document -> document.kind() == kind && document.tree() == null);
  }

  /** The values that match the pattern. */
  static List<Place> find(Documents.Raw document, String pattern) {
    List<Place> places =
        List.of(new Place(document.path(), "", Objects.requireNonNull(document.tree())));
    for (String step : pattern.split("\\.", -1)) {
      String key = step.replace("[]", "");
      List<Place> next = new ArrayList<>();
      for (Place place : places) {
        String path = place.path().isEmpty() ? key : place.path() + "." + key;
        JsonNode value = place.value().path(key);
        if (step.endsWith("[]")) {
          for (int i = 0; i < value.size(); i++) {
            next.add(new Place(place.file(), path + "[" + i + "]", value.path(i)));
          }
        } else {
          next.add(new Place(place.file(), path, value));
        }
      }
      places = next;
    }
    return places;
  }
}
