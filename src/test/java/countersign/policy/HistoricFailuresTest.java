package countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.HistoricFailure;
import countersign.Proves;
import countersign.authority.Authority;
import countersign.authority.Posture;
import countersign.authority.Safeguards;
import countersign.profile.RequestJson;
import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.request.RequestHeader;
import countersign.request.RequestHeader.Attestation;
import countersign.request.RequestHeader.Requester;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Requests that were sent and accepted in 2025, each judged by the shipped configuration: every
 * pattern gets exactly its codes.
 */
@Proves({
  "R1", "R2", "R4", "R6", "R7", "R8", "R22", "R23", "R24", "R25", "R26", "R27", "R29", "R30", "R31",
  "R32", "R34", "R35", "R36", "R37", "R38", "R39", "R42", "R44"
})
class HistoricFailuresTest {
  private static final FileId FILE = new FileId("DHS-ICE_T_20261124_0001");

  static Stream<HistoricFailure> requests() {
    return Stream.of(
            "requests-of-2025.ndjson",
            "stay-of-november-2025.ndjson",
            "injunction-of-february-2026.ndjson",
            "admission-of-february-2026.ndjson",
            "report-of-june-2026.ndjson")
        .flatMap(file -> HistoricFailure.read(file).stream());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("requests")
  void a_historic_request_gets_exactly_its_codes(HistoricFailure one) {
    assertThat(codes(one.on(HistoricFailure.goodRequest()))).isEqualTo(one.codes());
  }

  @Test
  void a_request_without_a_historic_failure_gets_no_code() {
    assertThat(codes(HistoricFailure.goodRequest())).isEmpty();
  }

  @Test
  void no_kind_of_request_of_june_2025_is_accepted() {
    List<HistoricFailure> shape = HistoricFailure.read("june-2025.ndjson");
    JsonNode common = shape.get(0).on(HistoricFailure.goodRequest());

    assertThat(shape).extracting(HistoricFailure::share).satisfies(HistoricFailuresTest::are100);
    assertThat(shape)
        .allSatisfy(
            one -> assertThat(codes(one.on(common))).as(one.pattern()).isEqualTo(one.codes()))
        .noneMatch(one -> one.codes().isEmpty());
  }

  private static void are100(List<? extends Integer> shares) {
    assertThat(shares.stream().mapToInt(Integer::intValue).sum()).isEqualTo(100);
  }

  /**
   * Reads and screens the request as intake does; a field that is not in the profile refuses the
   * file.
   */
  private static List<String> codes(JsonNode request) {
    byte[] line = request.toString().getBytes(StandardCharsets.UTF_8);
    try {
      return names(ShippedPolicy.screen(RequestJson.read(line)));
    } catch (IllegalArgumentException e) {
      return List.of(ReasonCode.F109_SCHEMA.name());
    }
  }

  static Stream<HistoricFailure> headers() {
    return HistoricFailure.read("headers.ndjson").stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("headers")
  void a_historic_header_gets_exactly_its_codes(HistoricFailure one) {
    JsonNode header = one.on(goodHeader());
    JsonNode requester = header.path("requester");
    JsonNode attestation = header.path("attestation");
    RequestHeader read =
        new RequestHeader(
            "countersign/1",
            FILE.value(),
            text(header, "agreement"),
            "TEST",
            ShippedPolicy.AGENCY,
            1L,
            "2026-11-24T14:00:00Z",
            requester.isMissingNode()
                ? null
                : new Requester(
                    text(requester, "registerId"),
                    text(requester, "name"),
                    text(requester, "title")),
            attestation.isMissingNode()
                ? null
                : new Attestation(
                    text(attestation, "textId"),
                    text(attestation, "signedBy"),
                    text(attestation, "signedOn")),
            null,
            null);

    Policy policy = new Policy(ShippedPolicy.open());
    assertThat(names(policy.screenHeader(read, FILE, ShippedPolicy.AGENCY, ShippedPolicy.NOW)))
        .isEqualTo(one.codes());
  }

  private static JsonNode goodHeader() {
    return HistoricFailure.tree(
        "{\"agreement\":\"irs-ice-2025\",\"requester\":{\"registerId\":\"HOA-001\"},"
            + "\"attestation\":{\"textId\":\"sole-use-1\",\"signedBy\":\"HOA-001\",\"signedOn\":\"2026-11-24\"}}");
  }

  static Stream<HistoricFailure> agencies() {
    return HistoricFailure.read("agencies.ndjson").stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("agencies")
  void a_historic_state_of_the_agency_blocks_disclosure(HistoricFailure one) {
    JsonNode change = one.change();
    List<Posture.CourtOrder> orders =
        change.has("courtOrder")
            ? List.of(
                new Posture.CourtOrder(
                    text(change, "courtOrder"), "*", LocalDate.parse("2026-02-05")))
            : List.of();
    Safeguards safeguards =
        new Safeguards(
            ShippedPolicy.AGENCY,
            change.path("reportAccepted").asBoolean(true),
            LocalDate.parse(change.path("reviewValidUntil").asString("2027-12-31")),
            findings(change.path("finding")));
    Posture posture = change.path("posture").asBoolean(true) ? ShippedPolicy.posture(orders) : null;
    Authority authority = ShippedPolicy.with(posture, safeguards);

    assertThat(
            names(
                authority.blocks(
                    ShippedPolicy.agreement(), ShippedPolicy.AGENCY, ShippedPolicy.NOW)))
        .isEqualTo(one.codes());
  }

  private static List<Safeguards.Finding> findings(JsonNode finding) {
    String planned = text(finding, "implementationDate");
    return finding.isMissingNode()
        ? List.of()
        : List.of(
            new Safeguards.Finding(
                "2023-11",
                finding.path("critical").asBoolean(),
                planned.isEmpty() ? null : LocalDate.parse(planned)));
  }

  private static String text(JsonNode object, String name) {
    return object.path(name).asString("");
  }

  private static List<String> names(List<ReasonCode> codes) {
    return codes.stream().map(Enum::name).toList();
  }
}
