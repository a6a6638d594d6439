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
 * Something that was done in 2025 or found in 2026, from {@code src/test/resources/historic}.
 *
 * @param share how many in a hundred requests came like that; 0 where the file is no shape
 * @param pattern what was done
 * @param codes what it gets, sorted; empty if it was right
 * @param change what is different from what is right, a JSON merge patch
 */
public record HistoricFailure(int share, String pattern, List<String> codes, JsonNode change) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path FOLDER = Path.of("src/test/resources/historic");

  /** Every pattern of one file, in its order. */
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

  /** The request that nothing is wrong with. */
  public static JsonNode goodRequest() {
    return tree(lines("good-request.json").get(0));
  }

  /** What is right, changed like that. */
  public JsonNode on(JsonNode good) {
    return merged(good, change);
  }

  /** RFC 7396: null takes away, an object goes into an object, anything else replaces. */
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

  /** One line. */
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
