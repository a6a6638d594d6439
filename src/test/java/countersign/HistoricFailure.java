package countersign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A pattern that occurred in 2025 or was found in 2026, from {@code src/test/resources/historic}.
 *
 * @param share percentage of requests with this pattern; 0 if the file gives no share
 * @param pattern description of the pattern
 * @param codes codes that the pattern gets, sorted; empty if it is valid
 * @param change difference from the valid data, as a JSON merge patch
 */
public record HistoricFailure(int share, String pattern, List<String> codes, JsonNode change) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path FOLDER = Path.of("src/test/resources/historic");

  /** Reads all patterns of a file, in the order of the file. */
  public static List<HistoricFailure> read(String file) {
    List<HistoricFailure> patterns = new ArrayList<>();
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i += 2) {
      List<String> comment = List.of(lines.get(i).substring(2).split(" \\| ", -1));
      boolean shape = comment.size() == 4;
      String codes = comment.get(comment.size() - 1);
      patterns.add(
          new HistoricFailure(
              shape ? Integer.parseInt(comment.get(0)) : 0,
              comment.get(shape ? 1 : 0),
              codes.equals("none") ? List.of() : List.of(codes.split(" ", -1)),
              tree(lines.get(i + 1))));
    }
    return patterns;
  }

  /** A valid request. */
  public static JsonNode goodRequest() {
    return tree(lines("good-request.json").get(0));
  }

  /** Applies the change to valid data. */
  public JsonNode on(JsonNode good) {
    return merged(good, change);
  }

  /** Applies a merge patch (RFC 7396): null removes, an object is merged, other values replace. */
  public static JsonNode merged(JsonNode target, JsonNode patch) {
    if (patch.isMissingNode()) {
      return target;
    }
    if (!patch.isObject()) {
      return patch;
    }
    ObjectNode result =
        target.isObject() ? (ObjectNode) target.deepCopy() : JSON.createObjectNode();
    for (Map.Entry<String, JsonNode> field : patch.properties()) {
      if (field.getValue().isNull()) {
        result.remove(field.getKey());
      } else {
        JsonNode old = result.path(field.getKey());
        result.set(field.getKey(), merged(old, field.getValue()));
      }
    }
    return result;
  }

  private static List<String> lines(String file) {
    try {
      return Files.readAllLines(FOLDER.resolve(file), StandardCharsets.UTF_8);
    } catch (IOException cause) {
      throw new UncheckedIOException("The test's data is not there", cause);
    }
  }

  /** Parses a line of JSON. */
  public static JsonNode tree(String line) {
    try {
      return JSON.readTree(line);
    } catch (JacksonException cause) {
      throw new IllegalStateException("The test's data is no JSON", cause);
    }
  }

  @Override
  public String toString() {
    return pattern;
  }
}
