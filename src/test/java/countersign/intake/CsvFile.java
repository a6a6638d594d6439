package countersign.intake;

import countersign.demo.CsvCells;
import countersign.testkit.RequestFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
      Map<String, String> cells = CsvCells.flat(tree(line));
      if (cells.remove("type").equals("request")) {
        columns.addAll(cells.keySet());
      }
      rows.add(cells);
    }
    StringBuilder csv =
        new StringBuilder(before).append("H,").append(CsvCells.pairs(rows.get(0))).append(lineEnd);
    csv.append("N,").append(String.join(",", columns)).append(lineEnd);
    for (Map<String, String> row : rows.subList(1, rows.size() - 1)) {
      csv.append("R,").append(CsvCells.row(columns, row)).append(lineEnd);
    }
    Map<String, String> trailer = rows.get(rows.size() - 1);
    trailer.put("bodySha256", RequestFile.sha256(csv.toString().getBytes(StandardCharsets.UTF_8)));
    return (csv + "T," + CsvCells.pairs(trailer) + lineEnd).getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode tree(String line) {
    return new JsonMapper().readTree(line);
  }
}
