package countersign.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Plays a record source: answers each key with what it knows about the number. */
public final class PlayedSource {
  private static final int LAST_KNOWN = 13;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final Map<String, List<String>> rows;

  /** A source with rows of JSON for each number. */
  public PlayedSource(Map<String, List<String>> rows) {
    this.rows = rows;
  }

  /** The people of a people.csv, each with a newer address whose street is this one. */
  public static PlayedSource moved(Path people, String street) throws IOException {
    Map<String, List<String>> rows = new HashMap<>();
    try (Stream<String> lines = Files.lines(people)) {
      lines
          .skip(1)
          .map(line -> line.split(",", -1))
          .filter(cells -> cells[LAST_KNOWN].equals("true"))
          .forEach(cells -> rows.put(cells[0], List.of(stated(cells), newer(cells, street))));
    }
    return new PlayedSource(rows);
  }

  private static String stated(String[] cells) {
    String[] stated = cells.clone();
    stated[LAST_KNOWN] = "false";
    return row(stated);
  }

  private static String newer(String[] cells, String street) {
    String[] newer = cells.clone();
    newer[7] = "77 %s St".formatted(street);
    newer[8] = "";
    return row(newer);
  }

  /** The reply as a tree that a test may spoil. */
  public ObjectNode reply(byte[] request) {
    JsonNode asked = JSON.readTree(request);
    ObjectNode reply = JSON.createObjectNode();
    reply.put("requestId", asked.path("requestId").asString());
    ArrayNode answers = reply.putArray("answers");
    for (JsonNode key : asked.path("keys")) {
      ObjectNode answer = answers.addObject().put("id", key.path("id").asString());
      ArrayNode records = answer.putArray("records");
      rows.getOrDefault(key.path("tin").asString(""), List.of())
          .forEach(row -> records.add(JSON.readTree(row)));
    }
    return reply;
  }

  public byte[] bytes(byte[] request) {
    return JSON.writeValueAsBytes(reply(request));
  }

  /** A row with each field of the schema. */
  public static String row(String tin, String given, String surname, String line1) {
    ObjectNode row = JSON.createObjectNode();
    row.put("tin", tin).put("nameControl", "GARC").put("givenName", given).putNull("middleName");
    row.put("surname", surname).put("birthDate", "1984-03-11");
    row.putObject("address")
        .put("line1", line1)
        .put("city", "Austin")
        .put("state", "TX")
        .put("postalCode", "78701");
    row.put("period", "2024").put("lastKnown", true);
    return JSON.writeValueAsString(row);
  }

  /** A row from the cells of the demo's people.csv. */
  public static String row(String[] cells) {
    ObjectNode row = JSON.createObjectNode();
    String control = cells[4].replaceAll("[^A-Za-z]", "").toUpperCase(java.util.Locale.ROOT);
    row.put("tin", cells[0]);
    row.put("nameControl", control.substring(0, Math.min(4, control.length())));
    row.put("givenName", cells[2]).put("middleName", cells[3].isEmpty() ? null : cells[3]);
    row.put("surname", cells[4]).put("suffix", cells[5].isEmpty() ? null : cells[5]);
    row.put("birthDate", cells[6]);
    row.putObject("address")
        .put("line1", cells[7])
        .put("line2", cells[8].isEmpty() ? null : cells[8])
        .put("city", cells[9])
        .put("state", cells[10])
        .put("postalCode", cells[11]);
    row.put("period", cells[12]).put("lastKnown", Boolean.parseBoolean(cells[13]));
    return JSON.writeValueAsString(row);
  }
}
