package countersign.console;

import countersign.approval.CaseFile;
import countersign.request.Request;
import countersign.request.RequestKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a person signs, in words: who does what, about whom, and which address would leave. The
 * signed text itself names the draft by its SHA-256 only.
 *
 * @param sentence what the person does
 * @param rows the rest, one line each
 */
record StatementWords(String sentence, List<Row> rows) {
  private static final JsonMapper JSON = JsonMapper.shared();

  StatementWords {
    rows = List.copyOf(rows);
  }

  /** A label and its value. */
  record Row(String label, String value) {}

  /**
   * Reads a statement.
   *
   * @param cases finds the case of a request
   */
  static StatementWords of(String statement, Function<RequestKey, Optional<CaseFile>> cases) {
    JsonNode texts = JSON.readTree(statement);
    return texts.has("step") ? decision(texts, cases) : action(texts);
  }

  private static StatementWords decision(
      JsonNode texts, Function<RequestKey, Optional<CaseFile>> cases) {
    String file = text(texts, "file");
    String request = text(texts, "request");
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("Who signs", text(texts, "person") + ", account " + text(texts, "account")));
    PathIds.request(file, request)
        .flatMap(cases)
        .ifPresent(found -> rows.addAll(content(found, text(texts, "draftSha256"))));
    rows.add(new Row("Officers who receive it", officers(text(texts, "officers"))));
    answer(rows, texts, "identifiesInformant", "It would identify an informant");
    answer(rows, texts, "impairsInvestigation", "It would impair a tax investigation");
    if (texts.has("expiresAt")) {
      rows.add(new Row("It counts until", text(texts, "expiresAt")));
    }
    return new StatementWords(
        "You %s request %s of file %s.".formatted(verb(text(texts, "step")), request, file), rows);
  }

  private static void answer(List<Row> rows, JsonNode texts, String name, String label) {
    if (texts.has(name)) {
      rows.add(new Row(label, text(texts, name).equals("true") ? "yes" : "no"));
    }
  }

  private static String verb(String step) {
    return switch (step) {
      case "ENDORSE" -> "endorse the draft for";
      case "COUNTERSIGN" -> "countersign the draft for";
      case "DECLINE" -> "deny";
      case "RECONSIDER" -> "ask to lift your denial of";
      case "LIFT" -> "lift the denial of";
      default -> PageLayout.words(step).toLowerCase(Locale.ROOT);
    };
  }

  private static String officers(String written) {
    return Stream.of(written.split(",", -1))
        .map(one -> one.replaceAll(" .*", ""))
        .collect(Collectors.joining(", "));
  }

  /** The person and the address, if the draft is still the one that the statement names. */
  private static List<Row> content(CaseFile found, String draftSha256) {
    CaseFile.Shown draft = found.draft();
    if (draft == null || !draft.sha256().equals(draftSha256)) {
      return List.of();
    }
    JsonNode item = JSON.readTree(new String(draft.item(), StandardCharsets.UTF_8));
    String address =
        Stream.of("line1", "line2", "city", "state", "postalCode")
            .map(part -> text(item.path("mailingAddress"), part))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    List<Row> rows = new ArrayList<>();
    Request.Subject subject = found.asked().request().subject();
    if (subject != null) {
      rows.add(new Row("About whom", name(subject)));
    }
    rows.add(new Row("Address in the draft", address.isEmpty() ? "none" : address));
    return rows;
  }

  private static String name(Request.Subject subject) {
    return Stream.of(subject.givenName(), subject.middleName(), subject.surname(), subject.suffix())
        .filter(Objects::nonNull)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(" "));
  }

  private static StatementWords action(JsonNode texts) {
    List<Row> rows = new ArrayList<>();
    rows.add(
        new Row("Who signs", text(texts, "fact.person") + ", account " + text(texts, "account")));
    texts.properties().stream()
        .filter(entry -> entry.getKey().startsWith("fact."))
        .filter(entry -> !entry.getKey().matches("fact\\.(person|signedWith|enrolment|reason)"))
        .forEach(
            entry ->
                rows.add(
                    new Row(
                        EvidenceView.label(entry.getKey().substring("fact.".length())),
                        entry.getValue().asString())));
    return new StatementWords(
        "You sign the action \"%s\" on %s."
            .formatted(
                PageLayout.words(text(texts, "action")).toLowerCase(Locale.ROOT),
                text(texts, "subject")),
        rows);
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString("");
  }

  /** Contains no value, because one may be a name or an address. */
  @Override
  public String toString() {
    return "StatementWords";
  }
}
