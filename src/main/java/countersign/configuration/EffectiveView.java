package countersign.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Lists the values of a configuration, one per line, and masks everything that could be a secret.
 */
final class EffectiveView {
  private static final Pattern SECRET =
      Pattern.compile(
          "((?:password|passwd|pwd|secret|token|passphrase)=)[^&;)]*", Pattern.CASE_INSENSITIVE);
  private static final Pattern LOGIN = Pattern.compile("(//[^/@:\\s]*:)[^/@\\s]+@");

  private EffectiveView() {}

  /** True if the value at this path could be a secret and must not appear in a message. */
  static boolean mayHideSecret(String path) {
    String key = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return key.endsWith("url") || key.contains("pass") || key.contains("secret");
  }

  /** True if the text contains a password. */
  static boolean carriesSecret(String value) {
    return SECRET.matcher(value).find() || LOGIN.matcher(value).find();
  }

  /** The text with its passwords masked. */
  static String masked(String value) {
    String text = SECRET.matcher(value).replaceAll("$1********");
    return LOGIN.matcher(text).replaceAll("$1********@");
  }

  /** Every value of a document as {@code key.key[0] = value}. */
  static List<String> lines(JsonNode tree) {
    List<String> lines = new ArrayList<>();
    add("", tree, lines);
    return lines;
  }

  private static void add(String path, JsonNode node, List<String> lines) {
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        add(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), lines);
      }
    } else if (node.isArray() && !node.isEmpty()) {
      for (int i = 0; i < node.size(); i++) {
        add(path + "[" + i + "]", node.get(i), lines);
      }
    } else {
      lines.add(path + " = " + (node.isArray() ? "none" : masked(node.asString())));
    }
  }
}
