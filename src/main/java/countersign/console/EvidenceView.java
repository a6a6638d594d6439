package countersign.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The comparison of a request with the records, as a page shows it.
 *
 * @param strategy search method
 * @param facts comparisons and their results
 * @param columns column names of the records found, in this order: person, address, period
 * @param onRecord records found; one map from column name to value for each
 */
record EvidenceView(
    String strategy, List<Fact> facts, List<String> columns, List<Map<String, String>> onRecord) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> ORDER =
      List.of(
          "givenName",
          "middleName",
          "surname",
          "suffix",
          "birthDate",
          "line1",
          "line2",
          "city",
          "state",
          "postalCode",
          "period",
          "lastKnown");
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("RECORD_OF_TIN", "A record has this taxpayer number"),
          Map.entry("NAME_CONTROL", "Name control agrees"),
          Map.entry("FULL_NAME", "Full name agrees"),
          Map.entry("BIRTH_DATE", "Birth date agrees"),
          Map.entry("FULL_NAME_ADDRESS_AND_BIRTH_DATE", "Full name, address and birth date agree"),
          Map.entry("EXACTLY_ONE_RECORD", "Exactly one record matches"),
          Map.entry("ADDRESS_OF_TAXPAYER", "The stated address is one of the taxpayer's"),
          Map.entry("ONE_LAST_KNOWN_ADDRESS", "There is one last known address"),
          Map.entry("PERIOD_ASKED_FOR", "The address is from a requested tax period"));

  /**
   * One comparison.
   *
   * @param what description of the comparison
   * @param agrees whether request and records agree
   */
  record Fact(String what, boolean agrees) {}

  /**
   * Parses stored evidence.
   *
   * @throws IllegalStateException if the evidence does not have the form that this version writes
   */
  static EvidenceView of(String evidence) {
    try {
      JsonNode json = JSON.readTree(evidence);
      List<Fact> facts = new ArrayList<>();
      json.path("facts")
          .forEach(
              fact ->
                  facts.add(
                      new Fact(
                          words(fact.path("what").asString()), fact.path("agrees").asBoolean())));
      List<Map<String, String>> held = new ArrayList<>();
      json.path("held").forEach(row -> held.add(row(row)));
      Set<String> columns = new LinkedHashSet<>();
      held.forEach(row -> columns.addAll(row.keySet()));
      List<String> ordered = new ArrayList<>(ORDER);
      ordered.retainAll(columns);
      columns.removeAll(ORDER);
      ordered.addAll(columns);
      return new EvidenceView(
          strategy(json.path("strategy").asString()), facts, List.copyOf(ordered), held);
    } catch (JacksonException e) {
      // Omits the cause, because a parser's message quotes the text that it cannot parse.
      throw new IllegalStateException("Evidence is not of the form that this version writes");
    }
  }

  private static Map<String, String> row(JsonNode row) {
    Map<String, String> values = new LinkedHashMap<>();
    row.properties().forEach(field -> values.put(field.getKey(), field.getValue().asString()));
    return values;
  }

  private static String strategy(String word) {
    return word.equals("TIN")
        ? "By taxpayer number, then name control and address"
        : "By full name, full address and birth date";
  }

  private static String words(String word) {
    return WORDS.getOrDefault(word, PageLayout.words(word));
  }

  /** Turns a column name into a label, such as {@code postalCode} into "Postal code". */
  static String label(String column) {
    String spaced = column.replaceAll("([A-Z0-9])", " $1").toLowerCase(java.util.Locale.ROOT);
    return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
  }

  /** A value of a record found, with words in place of true and false. */
  public String shown(Map<String, String> row, String column) {
    String value = row.getOrDefault(column, "");
    return switch (value) {
      case "true" -> "yes";
      case "false" -> "no";
      default -> value;
    };
  }

  /** The labels of {@link #columns()}. */
  public List<String> labels() {
    return columns.stream().map(EvidenceView::label).toList();
  }
}
