package countersign.console;

import countersign.request.Request;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * What is asked, what is on record and what would leave, one row for each field.
 *
 * @param rows the rows, those of the person first
 * @param alarms number of fields in which what would leave differs from the record
 */
record ComparisonView(List<Compared> rows, long alarms) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NEITHER = "";

  ComparisonView {
    rows = List.copyOf(rows);
  }

  /**
   * One field.
   *
   * @param asked as the request states it; empty if it does not
   * @param onRecord as the record with the last known address has it; empty if it does not
   * @param leaving as it would leave; empty if it does not leave
   * @param asksOther whether the request and the record differ
   * @param leavesOther whether what would leave and the record differ
   */
  record Compared(
      String field,
      String asked,
      String onRecord,
      String leaving,
      boolean asksOther,
      boolean leavesOther) {
    static Compared of(String field, String asked, String onRecord, String leaving) {
      return new Compared(
          field,
          asked,
          onRecord,
          leaving,
          differ(asked, onRecord),
          !leaving.isEmpty() && !form(leaving).equals(form(onRecord)));
    }

    private boolean isStated() {
      return !(asked + onRecord + leaving).isBlank();
    }

    private static boolean differ(String one, String other) {
      return !one.isEmpty() && !other.isEmpty() && !form(one).equals(form(other));
    }
  }

  /**
   * Compares.
   *
   * @param held the records found, as in the evidence
   * @param item the bytes that would leave; null if nothing would
   */
  static ComparisonView of(
      Request request, List<Map<String, String>> held, byte @Nullable [] item) {
    Map<String, String> record =
        held.stream()
            .filter(row -> "true".equals(row.get("lastKnown")))
            .findFirst()
            .orElseGet(() -> held.stream().findFirst().orElse(Map.of()));
    JsonNode leaves =
        item == null
            ? JSON.createObjectNode()
            : JSON.readTree(new String(item, StandardCharsets.UTF_8));
    List<Compared> rows = new ArrayList<>();
    person(rows, request.subject(), record);
    address(rows, request.address(), record, leaves.path("mailingAddress"));
    rows.add(
        Compared.of(
            "Tax period",
            String.join(", ", request.taxPeriods()),
            value(record, "period"),
            text(leaves, "asOf")));
    List<Compared> stated =
        rows.stream().filter(Compared::isStated).map(ComparisonView::period).toList();
    return new ComparisonView(stated, stated.stream().filter(Compared::leavesOther).count());
  }

  /** A request asks for several periods, of which one is on record. */
  private static Compared period(Compared row) {
    return row.field().equals("Tax period") && row.asked().contains(row.onRecord())
        ? new Compared(
            row.field(), row.asked(), row.onRecord(), row.leaving(), false, row.leavesOther())
        : row;
  }

  private static void person(
      List<Compared> rows, Request.@Nullable Subject subject, Map<String, String> record) {
    if (subject == null) {
      return;
    }
    rows.add(person("Given name", subject.givenName(), record, "givenName"));
    rows.add(person("Middle name", subject.middleName(), record, "middleName"));
    rows.add(person("Surname", subject.surname(), record, "surname"));
    rows.add(person("Suffix", subject.suffix(), record, "suffix"));
    rows.add(person("Birth date", subject.birthDate(), record, "birthDate"));
    Request.Tin tin = subject.tin();
    if (tin != null) {
      String number =
          Stream.of(tin.type(), tin.value())
              .filter(Objects::nonNull)
              .collect(Collectors.joining(" "));
      rows.add(Compared.of("Taxpayer number", number, NEITHER, NEITHER));
    }
  }

  private static Compared person(
      String field, @Nullable String asked, Map<String, String> record, String column) {
    String onRecord = value(record, column);
    // A name part that only one of the two has may be another person's.
    boolean other = !record.isEmpty() && !form(stated(asked)).equals(form(onRecord));
    return new Compared(field, stated(asked), onRecord, NEITHER, other, false);
  }

  private static void address(
      List<Compared> rows,
      Request.@Nullable Address asked,
      Map<String, String> record,
      JsonNode leaves) {
    String line =
        asked == null ? NEITHER : (stated(asked.line1()) + " " + stated(asked.line2())).strip();
    String recorded = (value(record, "line1") + " " + value(record, "line2")).strip();
    rows.add(Compared.of("Street", line, recorded, text(leaves, "line1")));
    rows.add(
        Compared.of(
            "City",
            asked == null ? NEITHER : stated(asked.city()),
            value(record, "city"),
            text(leaves, "city")));
    rows.add(
        Compared.of(
            "State",
            asked == null ? NEITHER : stated(asked.state()),
            value(record, "state"),
            text(leaves, "state")));
    rows.add(
        Compared.of(
            "ZIP",
            asked == null ? NEITHER : stated(asked.postalCode()),
            value(record, "postalCode"),
            text(leaves, "postalCode")));
  }

  private static String stated(@Nullable String value) {
    return value == null ? NEITHER : value.strip();
  }

  private static String value(Map<String, String> record, String column) {
    return record.getOrDefault(column, NEITHER);
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString(NEITHER);
  }

  /** The text without case, punctuation and repeated blanks. */
  private static String form(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toUpperCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }

  /** Contains no value. */
  @Override
  public String toString() {
    return "ComparisonView";
  }
}
