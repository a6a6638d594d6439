package countersign.routeproof;

import countersign.routefile.Refusal;
import countersign.routefile.RouteFile;
import countersign.routefile.YamlNode;
import countersign.routefile.YamlReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * A route that was judged, written down again with its template filled in. The text is JSON, which
 * Camel reads as YAML, so one route can be loaded without the others of its file. Stateless.
 */
final class RouteText {
  private RouteText() {}

  /** A route file with this one route. */
  static String of(RouteModel route) {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    entries.put("id", YamlNode.text(route.place(), route.id()));
    route.written().entries().forEach(entries::putIfAbsent);
    return "[{\"route\":%s}]".formatted(json(YamlNode.mapping(route.place(), entries)));
  }

  /** Each {@code routeConfiguration} as JSON, sorted; empty if a file is no YAML. */
  static List<String> configurations(List<RouteFile> files) {
    List<String> texts = new ArrayList<>();
    for (RouteFile file : files) {
      try {
        YamlNode entries = YamlReader.read(file.name(), YamlReader.text(file.name(), file.bytes()));
        entries.items().stream()
            .flatMap(entry -> entry.get("routeConfiguration").stream())
            .map(RouteText::json)
            .forEach(texts::add);
      } catch (Refusal e) {
        return List.of(); // the proof lists what is wrong with it
      }
    }
    Collections.sort(texts);
    return List.copyOf(texts);
  }

  private static String json(YamlNode node) {
    return switch (node.kind()) {
      case TEXT -> quoted(node.text());
      case LIST -> {
        StringJoiner items = new StringJoiner(",", "[", "]");
        node.items().forEach(item -> items.add(json(item)));
        yield items.toString();
      }
      case MAPPING -> {
        StringJoiner entries = new StringJoiner(",", "{", "}");
        node.entries().forEach((key, value) -> entries.add(quoted(key) + ":" + json(value)));
        yield entries.toString();
      }
    };
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter == '"' || letter == '\\') {
        out.append('\\').append(letter);
      } else if (letter < ' ' || letter > '~') {
        out.append("\\u%04x".formatted((int) letter));
      } else {
        out.append(letter);
      }
    }
    return out.append('"').toString();
  }
}
