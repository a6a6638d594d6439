package countersign.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same file in the CSV profile, made from its NDJSON lines. */
final class CsvFile {
  private CsvFile() {}

  static byte[] of(byte[] ndjson, String lineEnd) {
    return of(ndjson, lineEnd, "");
  }

  static byte[] of(byte[] ndjson, String lineEnd, String before) {
    List<Map<String, String>> rows = new ArrayList<>();
    Set<String> columns = new LinkedHashSet<>();
    for (String line : new String(ndjson, StandardCharsets.UTF_8).lines().toList()) {
      Map<String, String> cells = new LinkedHashMap<>();
      flatten("", tree(line), cells);
      if (cells.get("type").equals("request")) {
        columns.addAll(cells.keySet());
      }
      rows.add(cells);
    }
    columns.remove("type");
    StringBuilder csv =
        new StringBuilder(before).append("H,").append(pairs(rows.get(0))).append(lineEnd);
    csv.append("N,").append(String.join(",", columns)).append(lineEnd);
    for (Map<String, String> row : rows.subList(1, rows.size() - 1)) {
      csv.append("R,")
          .append(
              columns.stream()
                  .map(column -> quoted(row.getOrDefault(column, "")))
                  .collect(Collectors.joining(",")))
          .append(lineEnd);
    }
    Map<String, String> trailer = rows.get(rows.size() - 1);
    trailer.put("bodySha256", RequestFile.sha256(csv.toString().getBytes(StandardCharsets.UTF_8)));
    return (csv + "T," + pairs(trailer) + lineEnd).getBytes(StandardCharsets.UTF_8);
  }

  private static String pairs(Map<String, String> cells) {
    return cells.entrySet().stream()
        .filter(cell -> !cell.getKey().equals("type"))
        .map(cell -> cell.getKey() + "," + quoted(cell.getValue()))
        .collect(Collectors.joining(","));
  }

  private static String quoted(String cell) {
    return cell.matches("(?s).*[\",\r\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }

  private static void flatten(String path, JsonNode node, Map<String, String> cells) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              field ->
                  flatten(
                      path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                      field.getValue(),
                      cells));
    } else if (node.isArray() && node.get(0).isString()) {
      List<String> texts = new ArrayList<>();
      node.forEach(text -> texts.add(text.stringValue()));
      cells.put(path, String.join(";", texts));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        flatten(path + "[" + i + "]", node.get(i), cells);
      }
    } else {
      cells.put(path, node.asString());
    }
  }

  private static JsonNode tree(String line) {
    return new JsonMapper().readTree(line);
  }
}
