package countersign.demo;

import countersign.accounting.AccountingEntry;
import countersign.crypto.Sha256;
import countersign.demo.ExpectedOutcome.Outcome;
import countersign.ledger.VerificationResult;
import countersign.request.ReasonCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares the result of an exchange with the expected one: answers, accounting, ledger. */
final class ExchangeCheck {
  private static final JsonMapper JSON = new JsonMapper();

  private final DemoGateway gateway;
  private final PlayedExchange.Sent sent;
  private final Map<String, JsonNode> results;
  private final Map<String, List<String>> refused = new HashMap<>();
  private final Map<String, JsonNode> accounted = new HashMap<>();
  private final List<String> wrong = new ArrayList<>();

  /**
   * Creates a check.
   *
   * @param results what officers received, by request id
   */
  ExchangeCheck(DemoGateway gateway, PlayedExchange.Sent sent, Map<String, JsonNode> results) {
    this.gateway = gateway;
    this.sent = sent;
    this.results = results;
  }

  /** Prints a table of all requests; returns true if everything is as expected. */
  boolean tell(Consumer<String> progress) throws IOException {
    for (JsonNode one : sent.acknowledged().path("refused")) {
      refused.put(one.path("requestId").asString(), texts(one.path("codes")));
    }
    accounting();
    progress.accept("");
    for (ExpectedOutcome planned : sent.planned()) {
      row(planned, progress);
    }
    progress.accept("");
    second();
    ledger(progress);
    wrong.forEach(fault -> progress.accept("WRONG  " + fault));
    return wrong.isEmpty();
  }

  private void row(ExpectedOutcome planned, Consumer<String> progress) {
    String id = planned.requestId();
    JsonNode result = results.get(id);
    String answer =
        refused.containsKey(id)
            ? "REFUSED"
            : result == null ? "NO ANSWER" : result.path("outcome").asString();
    List<String> why = refused.getOrDefault(id, internalReason(id));
    boolean right = faults(planned, result, answer, why).isEmpty();
    faults(planned, result, answer, why).forEach(fault -> wrong.add(id + ": " + fault));
    progress.accept(
        "%s  %-13s  %-2s  %s%s"
            .formatted(
                id,
                answer,
                right ? "ok" : "NO",
                planned.story(),
                why.isEmpty() ? "" : " (" + String.join(", ", why) + ")"));
  }

  private List<String> faults(
      ExpectedOutcome planned, @Nullable JsonNode result, String answer, List<String> why) {
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

  private void answered(ExpectedOutcome planned, JsonNode result, List<String> faults) {
    JsonNode entry = accounted.get(planned.requestId());
    if (entry == null) {
      faults.add("no accounting entry of its answer");
      return;
    }
    String item = Sha256.hex(bytes(result));
    compare(faults, "digest in the accounting", item, entry.path("itemSha256").asString());
    SyntheticPerson.Home home = planned.home();
    if (home != null) {
      JsonNode address = result.path("mailingAddress");
      String line = home.line2() == null ? home.line1() : home.line1() + " " + home.line2();
      compare(
          faults,
          "address",
          List.of(line, home.city(), home.state(), home.postalCode()),
          List.of(
              address.path("line1").asString(),
              address.path("city").asString(),
              address.path("state").asString(),
              address.path("postalCode").asString()));
      compare(faults, "approvers", 2L, texts(entry.path("approvers")).stream().distinct().count());
    }
  }

  /** The canonical bytes of a result; its fields keep the order in which they were written. */
  private static byte[] bytes(JsonNode result) {
    return result.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void compare(List<String> faults, String what, Object expected, Object found) {
    if (!expected.equals(found)) {
      faults.add("%s, expected %s, found %s".formatted(what, expected, found));
    }
  }

  private List<String> internalReason(String requestId) {
    JsonNode entry = accounted.get(requestId);
    return entry == null ? List.of() : texts(entry.path("codes"));
  }

  private void accounting() throws IOException {
    int requests = 0;
    for (AccountingEntry entry : gateway.accountingOf(sent.file())) {
      if (!entry.intact()) {
        wrong.add("accounting entry " + entry.number() + " does not match its digest");
      }
      requests += entry.kind() == AccountingEntry.EntryType.REQUEST ? 1 : 0;
      if (entry.kind() == AccountingEntry.EntryType.DISPOSITION
          && accounted.put(String.valueOf(entry.requestId()), JSON.readTree(entry.json()))
              != null) {
        wrong.add(entry.requestId() + " is accounted for twice");
      }
    }
    compare(wrong, "accounting entries of requests", sent.planned().size(), requests);
    compare(wrong, "accounting entries of answers", (int) sent.answers(), accounted.size());
  }

  private void second() {
    compare(wrong, "the second file", "REFUSED", sent.second().path("result").asString());
    compare(
        wrong,
        "the second file's codes",
        List.of(
            ReasonCode.A101_REQUESTER_NOT_AUTHORIZED.name(), ReasonCode.A107_ATTESTATION.name()),
        texts(sent.second().path("fileCodes")));
  }

  private void ledger(Consumer<String> progress) throws IOException {
    try {
      VerificationResult verdict = gateway.verifyLedger();
      progress.accept(verdict.toString());
      if (verdict instanceof VerificationResult.Inconsistent) {
        wrong.add("the ledger differs from what was signed");
      }
    } catch (SQLException e) {
      throw new IOException("The ledger cannot be read", e);
    }
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asString()));
    return texts;
  }
}
