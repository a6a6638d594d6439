package countersign.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import countersign.accounting.Entry;
import countersign.cli.Trailer;
import countersign.demo.Planned.Outcome;
import countersign.ledger.Verdict;
import countersign.request.ReasonCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Holds what became of an exchange against what had to: answers, accounting, ledger. */
final class Outcomes {
  private static final JsonMapper JSON = new JsonMapper();

  private final DemoGateway gateway;
  private final Exchange.Sent sent;
  private final Map<String, JsonNode> results;
  private final Map<String, List<String>> refused = new HashMap<>();
  private final Map<String, JsonNode> accounted = new HashMap<>();
  private final List<String> wrong = new ArrayList<>();

  /**
   * Compares.
   *
   * @param results what officers read, by request id
   */
  Outcomes(DemoGateway gateway, Exchange.Sent sent, Map<String, JsonNode> results) {
    this.gateway = gateway;
    this.sent = sent;
    this.results = results;
  }

  /** Tells a table of all requests, and whether everything is as it should be. */
  boolean tell(Consumer<String> tells) throws IOException {
    for (JsonNode one : sent.acknowledged().path("refused")) {
      refused.put(one.path("requestId").asText(), texts(one.path("codes")));
    }
    accounting();
    tells.accept("");
    for (Planned planned : sent.planned()) {
      row(planned, tells);
    }
    tells.accept("");
    second();
    ledger(tells);
    wrong.forEach(fault -> tells.accept("WRONG  " + fault));
    return wrong.isEmpty();
  }

  private void row(Planned planned, Consumer<String> tells) {
    String id = planned.requestId();
    JsonNode result = results.get(id);
    String answer =
        refused.containsKey(id)
            ? "REFUSED"
            : result == null ? "NO ANSWER" : result.path("outcome").asText();
    List<String> why = refused.getOrDefault(id, inner(id));
    boolean right = faults(planned, result, answer, why).isEmpty();
    faults(planned, result, answer, why).forEach(fault -> wrong.add(id + ": " + fault));
    tells.accept(
        "%s  %-13s  %-2s  %s%s"
            .formatted(
                id,
                answer,
                right ? "ok" : "NO",
                planned.story(),
                why.isEmpty() ? "" : " (" + String.join(", ", why) + ")"));
  }

  private List<String> faults(
      Planned planned, @Nullable JsonNode result, String answer, List<String> why) {
    List<String> faults = new ArrayList<>();
    String expected =
        switch (planned.outcome()) {
          case DISCLOSED -> "DISCLOSED";
          case REFUSED -> "REFUSED";
          case UNMATCHED, FIRST_DECLINES, SECOND_DECLINES -> "NOT_DISCLOSED";
        };
    compare(faults, "outcome", expected, answer);
    if (planned.outcome() == Outcome.REFUSED || planned.outcome() == Outcome.UNMATCHED) {
      compare(
          faults, "codes", planned.codes().stream().map(ReasonCode::name).sorted().toList(), why);
    }
    if (planned.outcome() != Outcome.REFUSED && result != null) {
      answered(planned, result, faults);
    }
    return faults;
  }

  private void answered(Planned planned, JsonNode result, List<String> faults) {
    JsonNode entry = accounted.get(planned.requestId());
    if (entry == null) {
      faults.add("no accounting entry of its answer");
      return;
    }
    String item = HexFormat.of().formatHex(Trailer.sha256().digest(bytes(result)));
    compare(faults, "digest in the accounting", item, entry.path("itemSha256").asText());
    Person.Home home = planned.home();
    if (home != null) {
      JsonNode address = result.path("mailingAddress");
      String line = home.line2() == null ? home.line1() : home.line1() + " " + home.line2();
      compare(
          faults,
          "address",
          List.of(line, home.city(), home.state(), home.postalCode()),
          List.of(
              address.path("line1").asText(),
              address.path("city").asText(),
              address.path("state").asText(),
              address.path("postalCode").asText()));
      compare(faults, "approvers", 2L, texts(entry.path("approvers")).stream().distinct().count());
    }
  }

  /** A result's own bytes: its fields stand in the order in which they were written. */
  private static byte[] bytes(JsonNode result) {
    return result.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void compare(List<String> faults, String what, Object expected, Object found) {
    if (!expected.equals(found)) {
      faults.add("%s, expected %s, found %s".formatted(what, expected, found));
    }
  }

  private List<String> inner(String requestId) {
    JsonNode entry = accounted.get(requestId);
    return entry == null ? List.of() : texts(entry.path("codes"));
  }

  private void accounting() throws IOException {
    int requests = 0;
    for (Entry entry : gateway.accountingOf(sent.file())) {
      if (!entry.intact()) {
        wrong.add("accounting entry " + entry.number() + " is not what its digest says");
      }
      requests += entry.kind() == Entry.Kind.REQUEST ? 1 : 0;
      if (entry.kind() == Entry.Kind.DISPOSITION
          && accounted.put(String.valueOf(entry.requestId()), JSON.readTree(entry.json()))
              != null) {
        wrong.add(entry.requestId() + " is accounted for twice");
      }
    }
    compare(wrong, "accounting entries of requests", sent.planned().size(), requests);
    compare(wrong, "accounting entries of answers", (int) sent.answers(), accounted.size());
  }

  private void second() {
    compare(wrong, "the second file", "REFUSED", sent.second().path("result").asText());
    compare(
        wrong,
        "the second file's codes",
        List.of(
            ReasonCode.A101_REQUESTER_NOT_AUTHORIZED.name(), ReasonCode.A107_ATTESTATION.name()),
        texts(sent.second().path("fileCodes")));
  }

  private void ledger(Consumer<String> tells) throws IOException {
    try {
      Verdict verdict = gateway.verifyLedger();
      tells.accept(verdict.toString());
      if (verdict instanceof Verdict.Inconsistent) {
        wrong.add("the ledger is not what was signed");
      }
    } catch (SQLException e) {
      throw new IOException("The ledger cannot be read", e);
    }
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
