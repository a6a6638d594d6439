package countersign.partnersetup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A register with further entries at the end of its list and the next serial. Every other character
 * stays as people wrote and signed it.
 */
final class LongerRegister {
  private final String file;
  private final String text;

  /**
   * Prepares a longer register.
   *
   * @param file its name, for messages
   * @param text its text now
   */
  LongerRegister(String file, String text) {
    this.file = file;
    this.text = text;
  }

  /**
   * The longer text.
   *
   * @param list key of the list
   * @param entries each in one line
   * @throws IOException if the list cannot be found in the text
   */
  String with(String list, List<String> entries) throws IOException {
    SequenceNode items = node(list, SequenceNode.class);
    ScalarNode serial = node("serial", ScalarNode.class);
    List<Edit> edits = new ArrayList<>();
    edits.add(next(serial));
    edits.add(
        items.getFlowStyle() == FlowStyle.BLOCK ? below(items, entries) : inside(items, entries));
    edits.sort((one, two) -> Integer.compare(two.from, one.from));
    StringBuilder changed = new StringBuilder(text);
    edits.forEach(edit -> changed.replace(edit.from, edit.to, edit.text));
    return changed.toString();
  }

  /** A change of the text from one position to another. */
  private record Edit(int from, int to, String text) {}

  private Edit next(ScalarNode serial) throws IOException {
    try {
      return new Edit(
          offset(start(serial)),
          offset(end(serial)),
          String.valueOf(Math.addExact(Integer.parseInt(serial.getValue()), 1)));
    } catch (NumberFormatException e) {
      throw unsuitable("serial", e);
    }
  }

  /** Adds to a list whose items have a line each. */
  private Edit below(SequenceNode items, List<String> entries) throws IOException {
    int at = text.indexOf('\n', lastCharacter(items));
    String margin = " ".repeat(start(items).getColumn());
    StringBuilder lines = new StringBuilder(at < 0 ? "\n" : "");
    entries.forEach(entry -> lines.append(margin).append("- ").append(entry).append('\n'));
    int from = at < 0 ? text.length() : at + 1;
    return new Edit(from, from, lines.toString());
  }

  /** Adds to a list in brackets. */
  private Edit inside(SequenceNode items, List<String> entries) throws IOException {
    int bracket = offset(end(items)) - 1;
    String before = items.getValue().isEmpty() ? "" : ", ";
    return new Edit(bracket, bracket, before + String.join(", ", entries));
  }

  /** The position in the text after the last value; the end of a list is after later comments. */
  private int lastCharacter(Node node) throws IOException {
    if (node instanceof CollectionNode<?> several
        && several.getFlowStyle() == FlowStyle.BLOCK
        && !several.getValue().isEmpty()) {
      Object last = several.getValue().get(several.getValue().size() - 1);
      return lastCharacter(last instanceof NodeTuple entry ? entry.getValueNode() : (Node) last);
    }
    return offset(end(node)) - 1;
  }

  private <T extends Node> T node(String key, Class<T> type) throws IOException {
    try {
      LoadSettings settings = LoadSettings.builder().build();
      Optional<Node> root = new Compose(settings).composeString(text);
      if (root.orElse(null) instanceof MappingNode keys) {
        for (NodeTuple entry : keys.getValue()) {
          if (entry.getKeyNode() instanceof ScalarNode name
              && name.getValue().equals(key)
              && type.isInstance(entry.getValueNode())) {
            return type.cast(entry.getValueNode());
          }
        }
      }
    } catch (YamlEngineException e) {
      throw unsuitable(key, e);
    }
    throw unsuitable(key, null);
  }

  private IOException unsuitable(String key, @Nullable Exception cause) {
    return new IOException(
        "%s has no usable key %s. `bin/countersign check --files` says what is wrong with it."
            .formatted(file, key),
        cause);
  }

  private Mark start(Node node) throws IOException {
    return node.getStartMark().orElseThrow(() -> unsuitable("serial", null));
  }

  private Mark end(Node node) throws IOException {
    return node.getEndMark().orElseThrow(() -> unsuitable("serial", null));
  }

  /** A mark counts code points; a text counts characters. */
  private int offset(Mark mark) {
    return text.offsetByCodePoints(0, mark.getIndex());
  }
}
