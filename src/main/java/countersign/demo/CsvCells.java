package countersign.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Converts a document's fields to cells of the CSV profile: dotted names, lists joined by
 * semicolons.
 */
final class CsvCells {
  static final List<String> COLUMNS =
      List.of(
          "requestId",
          "subject.givenName",
          "subject.middleName",
          "subject.surname",
          "subject.suffix",
          "subject.birthDate",
          "subject.tin.type",
          "subject.tin.value",
          "address.line1",
          "address.line2",
          "address.city",
          "address.state",
          "address.postalCode",
          "taxPeriods",
          "elements",
          "statute",
          "purpose",
          "reason",
          "case.number",
          "case.openedOn",
          "case.status",
          "case.office",
          "case.activeCriminalInvestigation",
          "removalOrder.number",
          "removalOrder.issuedBy",
          "removalOrder.administrativeFinalOn",
          "removalOrder.judicialReview",
          "removalOrder.courtFinalOn",
          "removalOrder.stayed",
          "removalOrder.ground",
          "protectedStatus",
          "officers[0].officerId",
          "officers[0].name",
          "officers[0].office",
          "officers[1].officerId",
          "officers[1].name",
          "officers[1].office");

  private CsvCells() {}

  /** Alternating names and values. */
  static String pairs(JsonNode document) {
    return flat(document).entrySet().stream()
        .map(cell -> cell.getKey() + "," + quoted(cell.getValue()))
        .collect(Collectors.joining(","));
  }

  /** The values in the order of {@link #COLUMNS}. */
  static String row(JsonNode document) {
    Map<String, String> cells = flat(document);
    return COLUMNS.stream()
        .map(column -> quoted(cells.getOrDefault(column, "")))
        .collect(Collectors.joining(","));
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  private static Map<String, String> flat(JsonNode document) {
    Map<String, String> cells = new LinkedHashMap<>();
    flatten("", document, cells);
    return cells;
  }

  private static void flatten(String path, JsonNode node, Map<String, String> cells) {
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        flatten(
            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), cells);
      }
    } else if (node.isArray() && node.path(0).isTextual()) {
      List<String> texts = new ArrayList<>();
      node.forEach(text -> texts.add(text.textValue()));
      cells.put(path, String.join(";", texts));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        flatten(path + "[" + i + "]", node.get(i), cells);
      }
    } else {
      cells.put(path, node.asText());
    }
  }
}
