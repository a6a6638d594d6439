package countersign.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A document's fields as cells of the CSV profile: dotted names, lists joined by semicolons. */
public final class CsvCells {
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

  /** Name, value, name, value. */
  public static String pairs(Map<String, String> cells) {
    return cells.entrySet().stream()
        .map(cell -> cell.getKey() + "," + quoted(cell.getValue()))
        .collect(Collectors.joining(","));
  }

  /** The values in the order of these columns; a cell that is missing is empty. */
  public static String row(Collection<String> columns, Map<String, String> cells) {
    return columns.stream()
        .map(column -> quoted(cells.getOrDefault(column, "")))
        .collect(Collectors.joining(","));
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  /** The document's fields by their dotted names, in its order. */
  public static Map<String, String> flat(JsonNode document) {
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
    } else if (node.isArray() && node.path(0).isString()) {
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
}
