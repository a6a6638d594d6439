package countersign.profile;

import countersign.request.FileDetail.Detail;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a column of the CSV profile says about a cell: its type, and its place in the record. */
final class CsvColumn {
  private static final Set<String> INTEGERS =
      Set.of("sequence", "requestCount", "subjectCount", "caseHashTotal");
  private static final Set<String> FLAGS =
      Set.of("case.activeCriminalInvestigation", "removalOrder.stayed");
  private static final Set<String> LISTS = Set.of("taxPeriods", "elements");

  private static final Pattern OFFICER = Pattern.compile("officers\\[([0-9])\\]\\.([A-Za-z]+)");

  private CsvColumn() {}

  /**
   * Puts a cell into the place that its column names; an empty cell is a missing field.
   *
   * @throws LineFault if the cell is not of the type of its column
   */
  static void put(ObjectNode tree, String path, String raw) throws LineFault {
    boolean typed = INTEGERS.contains(path) || FLAGS.contains(path);
    String cell = typed ? raw.strip() : raw; // white space around a text is removed when it is used
    if (cell.isEmpty()) {
      return;
    }
    ObjectNode at = tree;
    String name = path;
    Matcher officer = OFFICER.matcher(path);
    if (officer.matches()) {
      at = officer(tree, Integer.parseInt(officer.group(1)));
      name = officer.group(2);
    } else if (path.startsWith("facts.")) {
      at = child(tree, "facts");
      name = path.substring("facts.".length());
    } else {
      for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.')) {
        at = child(at, name.substring(0, dot));
        name = name.substring(dot + 1);
      }
    }
    value(at, name, path, cell);
  }

  private static void value(ObjectNode at, String name, String path, String cell) throws LineFault {
    if (INTEGERS.contains(path)) {
      if (!cell.matches("-?(0|[1-9][0-9]{0,17})")) {
        throw new LineFault(Detail.TYPE, path, "Write %s as a whole number.".formatted(path));
      }
      at.put(name, Long.parseLong(cell));
    } else if (FLAGS.contains(path)) {
      if (!cell.equals("true") && !cell.equals("false")) {
        throw new LineFault(Detail.TYPE, path, "Write %s as true or false.".formatted(path));
      }
      at.put(name, cell.equals("true"));
    } else if (LISTS.contains(path)) {
      ArrayNode list = at.putArray(name);
      for (String element : cell.split(";", -1)) {
        list.add(element);
      }
    } else {
      at.put(name, cell);
    }
  }

  private static ObjectNode child(ObjectNode at, String name) throws LineFault {
    JsonNode child = at.get(name);
    if (child == null) {
      return at.putObject(name);
    }
    if (!(child instanceof ObjectNode object)) {
      throw new LineFault(Detail.TYPE);
    }
    return object;
  }

  /** The officer with that index; missing earlier officers are added as empty objects. */
  private static ObjectNode officer(ObjectNode tree, int index) {
    ArrayNode officers =
        tree.get("officers") instanceof ArrayNode there ? there : tree.putArray("officers");
    while (officers.size() <= index) {
      officers.addObject();
    }
    return (ObjectNode) officers.get(index);
  }
}
