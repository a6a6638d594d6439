package countersign.kit;

import countersign.delivery.AcknowledgementDocument;
import countersign.demo.SyntheticPerson;
import countersign.request.FileDetail.Detail;
import countersign.request.FileId;
import countersign.request.FileState;
import countersign.request.ReasonCode;
import countersign.request.Tier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The answer that a case expects, in the form in which the gateway writes it.
 *
 * @param source the case
 * @param id the file's id, also when its name does not have it
 * @param at creation time of the file
 * @param records header and requests; empty for CSV
 */
record KitAnswer(KitCase source, FileId id, Instant at, List<ObjectNode> records) {
  private static final JsonMapper JSON = new JsonMapper();

  /** Codes of a file whose requests were not counted. */
  private static final Set<String> UNCOUNTED =
      Set.of("F101", "F102", "F104", "F106", "F107", "F108", "F109", "F112");

  private boolean isNamed() {
    return source.details().stream().noneMatch(one -> one.detail() == Detail.NAME);
  }

  private FileState state() {
    if (source.codes().stream().anyMatch(code -> code.tier() == Tier.REJECT)) {
      return FileState.REFUSED;
    }
    return source.codes().isEmpty() ? FileState.IN_PROGRESS : FileState.HELD;
  }

  private long coded(boolean refused) {
    return source.coded().values().stream().filter(codes -> isRefused(codes) == refused).count();
  }

  private static boolean isRefused(List<ReasonCode> codes) {
    return codes.stream().anyMatch(code -> code.tier() == Tier.REJECT);
  }

  /** The acknowledgement without times and without the hash of the sealed file. */
  ObjectNode acknowledgement() throws IOException {
    boolean counted =
        isNamed()
            && source.codes().stream()
                .noneMatch(code -> UNCOUNTED.contains(code.name().substring(0, 4)));
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    AcknowledgementDocument.Head head =
        new AcknowledgementDocument.Head(
            isNamed() ? id : FileId.unnamed(day, "0".repeat(64)),
            1,
            at,
            at,
            null,
            state(),
            source.codes().stream().map(Enum::name).toList(),
            source.details(),
            new AcknowledgementDocument.Counts(
                counted ? source.requests() : 0, coded(true), coded(false)),
            null,
            false);
    ByteArrayOutputStream document = new ByteArrayOutputStream();
    AcknowledgementDocument.write(document, head, new Coded(source.coded()));
    ObjectNode tree = (ObjectNode) JSON.readTree(document.toString(StandardCharsets.UTF_8));
    return tree.putNull("receivedAt").putNull("answeredAt");
  }

  /** The requests with codes. */
  private record Coded(Map<Integer, List<ReasonCode>> codes)
      implements AcknowledgementDocument.Requests {
    @Override
    public void coded(
        List<String> states, AcknowledgementDocument.Out<AcknowledgementDocument.Coded> out) {
      codes.forEach(
          (number, all) -> {
            if (states.contains(isRefused(all) ? "REFUSED" : "HELD")) {
              out.write(
                  new AcknowledgementDocument.Coded(
                      requestId(number), all.stream().map(Enum::name).toList()));
            }
          });
    }

    @Override
    public void takenNow(AcknowledgementDocument.Out<String> out) {
      // Only later acknowledgements have them.
    }
  }

  private static String requestId(int number) {
    return "R-%06d".formatted(number);
  }

  /**
   * Officers and results of each response.
   *
   * @param about the people, in the order of the requests
   */
  ArrayNode responses(List<SyntheticPerson> about) {
    Map<List<String>, ArrayNode> groups = new TreeMap<>(KitAnswer::compare);
    if (state() == FileState.IN_PROGRESS) {
      for (int number = 1; number <= source.requests(); number++) {
        if (!source.coded().containsKey(number)) {
          groups
              .computeIfAbsent(officers(number), any -> JsonNodeFactory.instance.arrayNode())
              .add(result(number, about.get(number - 1).lastKnown()));
        }
      }
    }
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    groups.forEach(
        (officers, results) -> {
          ObjectNode response = all.addObject();
          officers.forEach(response.putArray("officers")::add);
          response.set("results", results);
        });
    return all;
  }

  private static int compare(List<String> one, List<String> other) {
    return one.toString().compareTo(other.toString());
  }

  private List<String> officers(int number) {
    if (records.isEmpty()) {
      return List.of(KitFiles.officer(id.sequence()));
    }
    Stream<JsonNode> officers = records.get(number).path("officers").valueStream();
    return officers.map(one -> one.path("officerId").asString()).sorted().toList();
  }

  private ObjectNode result(int number, SyntheticPerson.Home home) {
    ObjectNode result = JSON.createObjectNode().put("requestId", requestId(number));
    if (source.isNotDisclosed(number)) {
      return result
          .put("outcome", "NOT_DISCLOSED")
          .put("code", ReasonCode.M399_NOT_DISCLOSED.name());
    }
    String unit = home.line2();
    String street = unit == null ? home.line1() : home.line1() + " " + unit;
    result.put("outcome", "DISCLOSED");
    result
        .putObject("mailingAddress")
        .put("line1", street.toUpperCase(Locale.ROOT))
        .put("city", home.city().toUpperCase(Locale.ROOT))
        .put("state", home.state())
        .put("postalCode", home.postalCode());
    return result.put("asOf", String.valueOf(home.period()));
  }
}
