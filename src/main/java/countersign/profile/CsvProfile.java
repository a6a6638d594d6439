package countersign.profile;

import countersign.request.FileDetail.Detail;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The CSV profile: {@code H} and {@code T} rows alternate names and values; the second line
 * contains the column names of {@code R} rows. An empty cell is a missing field, lists are joined
 * by semicolons. The column names are read once, before other threads use the instance.
 *
 * @see <a href="../../../../../docs/exchange.md">exchange profile, section 4</a>
 */
final class CsvProfile implements Profile {
  private static final String NO_COLUMN_NAMES =
      "The row of column names is missing: write N and the names of the columns as the second line.";

  private List<String> columns = List.of();

  @Override
  public boolean quoted() {
    return true;
  }

  @Override
  public boolean hasColumnNames() {
    return true;
  }

  @Override
  public LineFault endsEarly() {
    return new LineFault(Detail.HEADER, null, columns.isEmpty() ? NO_COLUMN_NAMES : NO_TRAILER);
  }

  @Override
  public boolean takesSecondLine(Lines.Raw raw) throws LineFault {
    List<String> cells = cells(raw);
    if (!cells.get(0).equals("N")) {
      throw new LineFault(Detail.HEADER, null, NO_COLUMN_NAMES);
    }
    columns = List.copyOf(cells.subList(1, cells.size()));
    Set<String> seen = new HashSet<>();
    for (String name : columns) {
      if (!seen.add(name)) {
        throw new LineFault(Detail.DUPLICATE_KEY, ForeignName.shown(name));
      }
    }
    for (String name : columns) {
      known(RecordKind.REQUEST, name);
    }
    return true;
  }

  @Override
  public JsonNode tree(Lines.Raw raw) throws LineFault {
    List<String> cells = cells(raw);
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    RecordKind kind = RecordKind.ofCsv(cells.get(0));
    tree.put("type", kind.word());
    switch (kind) {
      case REQUEST -> row(tree, cells);
      case HEADER, TRAILER -> pairs(tree, kind, cells);
      case OTHER -> {
        return tree;
      }
    }
    return tree;
  }

  @Override
  public boolean isMeantAs(RecordKind kind, Lines.Raw raw) {
    String first = new String(raw.bytes(), StandardCharsets.ISO_8859_1).split(",", 2)[0];
    String cell = first.replaceAll("^\u00ef\u00bb\u00bf|[\"\r]", "");
    return RecordKind.ofCsv(cell) == kind;
  }

  /** Reads a row by its columns; an unknown column was reported where the columns are named. */
  private void row(ObjectNode tree, List<String> cells) throws LineFault {
    if (cells.size() - 1 != columns.size()) {
      throw CsvRecord.notCsv(
          columns.isEmpty()
              ? "the row of column names is missing before it."
              : "it has %d cells after R, and the row of column names has %d after N."
                  .formatted(cells.size() - 1, columns.size()));
    }
    for (int i = 0; i < columns.size(); i++) {
      if (RecordFields.isCsvName(RecordKind.REQUEST, columns.get(i))) {
        CsvColumn.put(tree, columns.get(i), cells.get(i + 1));
      }
    }
  }

  private static void pairs(ObjectNode tree, RecordKind kind, List<String> cells) throws LineFault {
    if (cells.size() % 2 == 0) {
      throw CsvRecord.notCsv("its cells are name, value, name, value; one of them is missing.");
    }
    Set<String> seen = new HashSet<>();
    for (int i = 1; i < cells.size(); i += 2) {
      if (!seen.add(cells.get(i))) {
        throw new LineFault(Detail.DUPLICATE_KEY, ForeignName.shown(cells.get(i)));
      }
      known(kind, cells.get(i));
      CsvColumn.put(tree, cells.get(i), cells.get(i + 1));
    }
  }

  private static void known(RecordKind kind, String name) throws LineFault {
    if (!RecordFields.isCsvName(kind, name)) {
      throw new LineFault(Detail.UNKNOWN_FIELD, ForeignName.shown(name));
    }
  }

  private static List<String> cells(Lines.Raw raw) throws LineFault {
    byte[] bytes = raw.bytes();
    boolean bom =
        raw.number() == 1
            && bytes.length >= 3
            && bytes[0] == (byte) 0xef
            && bytes[1] == (byte) 0xbb
            && bytes[2] == (byte) 0xbf;
    String text = Profile.utf8(bytes, bom ? 3 : 0);
    if (text.isEmpty() || text.equals("\r")) {
      throw new LineFault(Detail.LINE, null, "Remove the empty line.");
    }
    return CsvRecord.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
  }
}
