package countersign.demo;

import com.fasterxml.jackson.databind.JsonNode;
import countersign.request.FileId;
import countersign.request.Request;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Plays one exchange in a running demo: the partner's part, and with it, if nobody is there to do
 * it, the reviewers' and the officers'. Talks to the gateway only as outside programs do.
 */
public final class Exchange {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int SMALL = 3;

  private final DemoGateway gateway;
  private final Connection connection;
  private final Clock clock;
  private final Consumer<String> tells;

  /**
   * In this demo.
   *
   * @param tells takes one line after the other
   */
  public Exchange(DemoGateway gateway, Clock clock, Consumer<String> tells) throws IOException {
    this.gateway = gateway;
    this.connection = Connection.read(gateway.connectionFile());
    this.clock = clock;
    this.tells = tells;
  }

  /**
   * Sends both files and tells what was acknowledged; the rest is for the people in the console.
   */
  public void partnerOnly() throws IOException {
    try (Partner partner = Partner.of(connection, clock)) {
      send(partner);
    }
  }

  /** How many cases wait for a first reviewer. */
  public int waiting() throws IOException {
    return new Reviewers(connection).waiting("adams");
  }

  /**
   * Plays everybody.
   *
   * @return whether every one of the forty requests ended as it had to, and accounting and ledger
   *     say so too
   */
  public boolean handsFree() throws IOException {
    try (Partner partner = Partner.of(connection, clock)) {
      Sent sent = send(partner);
      new Review(new Reviewers(connection), sent, PATIENCE).play(tells);
      Map<String, JsonNode> results = results(partner, sent);
      return new Outcomes(gateway, sent, results).tell(tells);
    }
  }

  /**
   * What was sent, and how it was acknowledged.
   *
   * @param file the first file
   * @param planned its requests
   * @param acknowledged its acknowledgement
   * @param second acknowledgement of the second file, which must be refused as a whole
   */
  record Sent(FileId file, List<Planned> planned, JsonNode acknowledged, JsonNode second) {
    Sent {
      planned = List.copyOf(planned);
    }

    /** Officers whom its requests name. */
    List<String> officers() {
      return planned.stream()
          .flatMap(one -> one.request().officers().stream())
          .map(Request.Officer::officerId)
          .filter(id -> id != null && !id.startsWith("OFF-9"))
          .distinct()
          .toList();
    }

    long answers() {
      return planned.stream().filter(one -> one.outcome() != Planned.Outcome.REFUSED).count();
    }
  }

  private Sent send(Partner partner) throws IOException {
    RequestFiles files = new RequestFiles(gateway.world().people(), clock);
    int sequence = partner.nextSequence();
    FileId first = files.id(sequence);
    FileId second = files.id(sequence + 1);
    List<Planned> planned = files.forty(sequence);
    partner.send(files.header(first, sequence), planned);
    tells.accept("DHS-ICE sends " + first + " with " + planned.size() + " requests");
    partner.send(
        files.unauthorizedHeader(second, sequence + 1),
        files.forty(sequence + 1).subList(0, SMALL));
    tells.accept(
        "DHS-ICE sends " + second + ", signed for a person who is not an authorized requester");
    return new Sent(first, planned, acknowledged(partner, first), acknowledged(partner, second));
  }

  private JsonNode acknowledged(Partner partner, FileId file) throws IOException {
    JsonNode told =
        Patience.until(
            "The acknowledgement of " + file, PATIENCE, () -> partner.acknowledgement(file));
    JsonNode counts = told.path("counts");
    List<String> codes = new ArrayList<>();
    told.path("fileCodes").forEach(code -> codes.add(code.asText()));
    tells.accept(
        "%s: %s, %d requests, %d refused, %d held, %d taken %s"
            .formatted(
                file,
                told.path("result").asText(),
                counts.path("requests").asInt(),
                counts.path("refused").asInt(),
                counts.path("held").asInt(),
                counts.path("taken").asInt(),
                String.join(", ", codes)));
    return told;
  }

  /** Opens every response as an officer until every request that was taken has an answer. */
  private Map<String, JsonNode> results(Partner partner, Sent sent) throws IOException {
    Map<String, JsonNode> results = new LinkedHashMap<>();
    Set<String> opened = new HashSet<>();
    String prefix = sent.file().value() + ".rsp.";
    return Patience.until(
        sent.answers() + " answers to " + sent.file(),
        PATIENCE,
        () -> {
          for (String name : partner.outbox(prefix)) {
            if (opened.add(name)) {
              open(partner, sent, name, results);
            }
          }
          return Optional.of(results).filter(all -> all.size() >= sent.answers());
        });
  }

  private void open(Partner partner, Sent sent, String name, Map<String, JsonNode> results)
      throws IOException {
    List<JsonNode> lines = partner.response(name, sent.officers());
    int before = results.size();
    for (JsonNode line : lines) {
      if (line.path("type").asText().equals("result")
          && results.put(line.path("requestId").asText(), line) != null) {
        throw new IOException(
            "%s answers %s a second time".formatted(name, line.path("requestId").asText()));
      }
    }
    tells.accept(
        "%s opens %s: %d results"
            .formatted(
                lines.get(0).path("officers").path(0).asText(), name, results.size() - before));
  }
}
