package countersign.demo;

import countersign.request.FileId;
import countersign.request.Request;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Plays one exchange in a running demo: the partner's part, and on demand also the reviewers' and
 * the officers' parts. Uses only the interfaces that outside programs use.
 */
public final class PlayedExchange {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int SMALL = 3;

  private final DemoGateway gateway;
  private final DemoConnection connection;
  private final Clock clock;
  private final Consumer<String> progress;

  /**
   * Creates an exchange in this demo.
   *
   * @param progress receives progress messages, one line each
   */
  public PlayedExchange(DemoGateway gateway, Clock clock, Consumer<String> progress)
      throws IOException {
    this.gateway = gateway;
    this.connection = DemoConnection.read(gateway.connectionFile());
    this.clock = clock;
    this.progress = progress;
  }

  /** Sends both files and reports their acknowledgements; people do the rest in the console. */
  public void partnerOnly() throws IOException {
    try (DemoPartner partner = DemoPartner.of(connection, clock)) {
      send(partner);
    }
  }

  /** Number of cases that wait for a first reviewer. */
  public int waiting() throws IOException {
    return new Reviewers(connection).waiting("adams");
  }

  /**
   * Plays every part.
   *
   * @return true if every one of the forty requests ended as expected and accounting and ledger
   *     agree
   */
  public boolean handsFree() throws IOException {
    try (DemoPartner partner = DemoPartner.of(connection, clock)) {
      Sent sent = send(partner);
      new Review(new Reviewers(connection), sent, PATIENCE).play(progress);
      Map<String, String> opened = new TreeMap<>();
      Map<String, JsonNode> results = results(partner, sent, opened);
      confirm(partner, opened);
      return new ExchangeCheck(gateway, sent, results).tell(progress);
    }
  }

  /**
   * The files that were sent and their acknowledgements.
   *
   * @param file the first file
   * @param planned requests of the first file
   * @param acknowledged acknowledgement of the first file
   * @param second acknowledgement of the second file, which must be refused as a whole
   */
  record Sent(FileId file, List<ExpectedOutcome> planned, JsonNode acknowledged, JsonNode second) {
    Sent {
      planned = List.copyOf(planned);
    }

    /** The officers whom the requests name. */
    List<String> officers() {
      return planned.stream()
          .flatMap(one -> one.request().officers().stream())
          .map(Request.Officer::officerId)
          .filter(id -> id != null && !id.startsWith("OFF-9"))
          .distinct()
          .toList();
    }

    long answers() {
      return planned.stream()
          .filter(one -> one.outcome() != ExpectedOutcome.Outcome.REFUSED)
          .count();
    }
  }

  private Sent send(DemoPartner partner) throws IOException {
    RequestFiles files = new RequestFiles(gateway.world().people(), clock);
    int sequence = partner.nextSequence();
    FileId first = files.id(sequence);
    FileId second = files.id(sequence + 1);
    List<ExpectedOutcome> planned = files.forty(sequence);
    partner.send(files.header(first, sequence), planned);
    progress.accept("DHS-ICE sends " + first + " with " + planned.size() + " requests");
    partner.send(
        files.unauthorizedHeader(second, sequence + 1),
        files.forty(sequence + 1).subList(0, SMALL));
    progress.accept(
        "DHS-ICE sends " + second + ", signed for a person who is not an authorized requester");
    return new Sent(first, planned, acknowledged(partner, first), acknowledged(partner, second));
  }

  private JsonNode acknowledged(DemoPartner partner, FileId file) throws IOException {
    JsonNode told =
        Polling.until(
            "The acknowledgement of " + file, PATIENCE, () -> partner.acknowledgement(file));
    JsonNode counts = told.path("counts");
    List<String> codes = new ArrayList<>();
    told.path("fileCodes").forEach(code -> codes.add(code.asString()));
    progress.accept(
        "The gateway answers %s: %s%s. Of %d requests, %d are rejected, %d held and %d taken."
            .formatted(
                file,
                told.path("result").asString(),
                codes.isEmpty() ? "" : " (" + String.join(", ", codes) + ")",
                counts.path("requests").asInt(),
                counts.path("refused").asInt(),
                counts.path("held").asInt(),
                counts.path("taken").asInt()));
    return told;
  }

  /** Decrypts the responses as an officer until every accepted request has an answer. */
  private Map<String, JsonNode> results(DemoPartner partner, Sent sent, Map<String, String> opened)
      throws IOException {
    Map<String, JsonNode> results = new LinkedHashMap<>();
    String prefix = sent.file().value() + ".rsp.";
    return Polling.until(
        sent.answers() + " answers to " + sent.file(),
        PATIENCE,
        () -> {
          for (String name : partner.outbox(prefix)) {
            if (!opened.containsKey(name)) {
              opened.put(name, open(partner, sent, name, results));
            }
          }
          return Optional.of(results).filter(all -> all.size() >= sent.answers());
        });
  }

  /** Every officer confirms what came, and one of them certifies that a response is destroyed. */
  private void confirm(DemoPartner partner, Map<String, String> opened) throws IOException {
    List<String> sent = new ArrayList<>();
    for (Map.Entry<String, String> one : opened.entrySet()) {
      partner.says(one.getKey(), one.getValue(), "RECEIVED", 1);
      sent.add(documentName(one, 1));
    }
    Map.Entry<String, String> last = List.copyOf(opened.entrySet()).get(opened.size() - 1);
    partner.says(last.getKey(), last.getValue(), "MADE_UNDISCLOSABLE", 2);
    sent.add(documentName(last, 2));
    Polling.until(
        "The acceptance of the receipts",
        PATIENCE,
        () -> partner.accepted(sent) ? Optional.of(true) : Optional.empty());
    progress.accept(
        "The officers confirm %d responses, and %s certifies that %s is destroyed"
            .formatted(opened.size(), last.getValue(), last.getKey()));
  }

  private static String documentName(Map.Entry<String, String> response, int number) {
    return "%s.dsp.%s.%03d.json.pgp"
        .formatted(response.getKey().replace(".ndjson.pgp", ""), response.getValue(), number);
  }

  /** Returns the officer who opened it. */
  private String open(DemoPartner partner, Sent sent, String name, Map<String, JsonNode> results)
      throws IOException {
    List<JsonNode> lines = partner.response(name, sent.officers());
    int before = results.size();
    for (JsonNode line : lines) {
      if (line.path("type").asString().equals("result")
          && results.put(line.path("requestId").asString(), line) != null) {
        throw new IOException(
            "%s answers %s a second time".formatted(name, line.path("requestId").asString()));
      }
    }
    progress.accept(
        "%s opens %s, which has %d of the results"
            .formatted(
                lines.get(0).path("officers").path(0).asString(), name, results.size() - before));
    return lines.get(0).path("officers").path(0).asString();
  }
}
