package countersign.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Finds the line of a key such as {@code officers[3].keys[0].file}. For one run of a command. */
final class KeyLines {
  private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[([0-9]{1,6})]");
  private static final Pattern GIVEN = Pattern.compile("line ([0-9]{1,7})");

  private final Path directory;
  private final Map<String, Optional<Node>> roots = new HashMap<>();

  KeyLines(Path directory) {
    this.directory = directory;
  }

  /** The line of the key, or of the nearest one above it; 0 if the file cannot be read. */
  int of(String file, String key) {
    Matcher given = GIVEN.matcher(key);
    if (given.matches()) {
      return Integer.parseInt(given.group(1));
    }
    Optional<Node> root = roots.computeIfAbsent(file, this::root);
    if (root.isEmpty()) {
      return 0;
    }
    Node at = root.get();
    int line = line(at);
    Matcher steps = STEP.matcher(key);
    while (steps.find()) {
      Optional<NodeTuple> entry = steps.group(1) == null ? Optional.empty() : entry(at, steps);
      Optional<Node> next =
          steps.group(1) == null
              ? item(at, Integer.parseInt(steps.group(2)))
              : entry.map(NodeTuple::getValueNode);
      if (next.isEmpty()) {
        return line;
      }
      at = next.get();
      line = line(entry.map(NodeTuple::getKeyNode).orElse(at));
    }
    return line;
  }

  private Optional<Node> root(String file) {
    try {
      String text = Files.readString(directory.resolve(file), StandardCharsets.UTF_8);
      return new Compose(LoadSettings.builder().build()).composeString(text);
    } catch (IOException | YamlEngineException e) {
      return Optional.empty(); // another problem says that the file cannot be read
    }
  }

  private static Optional<NodeTuple> entry(Node node, Matcher step) {
    return node instanceof MappingNode mapping
        ? mapping.getValue().stream()
            .filter(
                one ->
                    one.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(step.group(1)))
            .findFirst()
        : Optional.empty();
  }

  private static Optional<Node> item(Node node, int index) {
    return node instanceof SequenceNode list && index < list.getValue().size()
        ? Optional.of(list.getValue().get(index))
        : Optional.empty();
  }

  private static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }
}
