package countersign.routeproof;

import countersign.routefile.RouteFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A copy of the shipped route files that a test changes, as a tree or as text. */
public final class RouteFiles {
  static final YAMLMapper YAML = new YAMLMapper();
  private static final List<String> NAMES = List.of("errors", "partners", "pipeline");
  private static final Map<String, String> SHIPPED = shipped();

  private final Map<String, String> texts = new LinkedHashMap<>(SHIPPED);

  private static Map<String, String> shipped() {
    Map<String, String> found = new LinkedHashMap<>();
    try {
      for (String name : NAMES) {
        found.put(name + ".camel.yaml", Files.readString(Path.of("routes", name + ".camel.yaml")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  /** Changes the tree of a file. */
  public RouteFiles change(String name, Consumer<ArrayNode> change) {
    String file = name + ".camel.yaml";
    ArrayNode tree = (ArrayNode) YAML.readTree(texts.get(file));
    change.accept(tree);
    texts.put(file, YAML.writeValueAsString(tree));
    return this;
  }

  /** Replaces a text that must occur. */
  public RouteFiles replace(String name, String old, String replacement) {
    String file = name + ".camel.yaml";
    String text = texts.getOrDefault(file, "");
    if (!text.contains(old)) {
      throw new IllegalArgumentException(file + " does not contain " + old);
    }
    texts.put(file, text.replace(old, replacement));
    return this;
  }

  public RouteFiles append(String name, String more) {
    texts.merge(name + ".camel.yaml", more, (before, after) -> before + after);
    return this;
  }

  RouteFiles add(String file, String text) {
    texts.put(file, text);
    return this;
  }

  RouteFiles remove(String name) {
    texts.remove(name + ".camel.yaml");
    return this;
  }

  public Map<String, String> texts() {
    return texts;
  }

  Verdict judged(String... partners) {
    List<RouteFile> files = new ArrayList<>();
    texts.forEach(
        (name, text) -> files.add(RouteProof.file(name, text.getBytes(StandardCharsets.UTF_8))));
    return RouteProof.of(files, partners.length == 0 ? Set.of("dhs-ice") : Set.of(partners));
  }

  /** The entry of a route or of the route of a template. */
  public static ObjectNode route(ArrayNode entries, String id) {
    for (JsonNode entry : entries) {
      if (entry.path("route").path("id").asString("").equals(id)) {
        return (ObjectNode) entry.path("route");
      }
      if (entry.path("routeTemplate").path("id").asString("").equals(id)) {
        return (ObjectNode) entry.path("routeTemplate").path("route");
      }
    }
    throw new IllegalArgumentException("no route " + id);
  }

  public static ArrayNode steps(ObjectNode route) {
    return (ArrayNode) route.path("from").path("steps");
  }

  public static JsonNode yaml(String text) {
    return YAML.readTree(text);
  }

  /** The file that has a route. */
  public static String fileOf(String route) {
    return route.startsWith("partner-") ? "partners" : "pipeline";
  }
}
