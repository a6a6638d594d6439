package countersign.intake;

import static countersign.request.ReasonCode.F113_LARGE_VOLUME;
import static countersign.request.ReasonCode.R219_OFFICER_IMPLAUSIBLE;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.HistoricFailure;
import countersign.policy.ShippedPolicy;
import countersign.request.FileId;
import countersign.testkit.IntakePart;
import countersign.testkit.RequestFile;
import countersign.testkit.World;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A file in the shape of June 2025: nothing of it is taken, and everything is told why. */
class JdbcHistoricFileIT {
  private static final int REQUESTS = 10_000;

  /** What each gets besides for the others' sake: one officer, and one sentence. */
  private static final List<String> WHOLE = List.of("R212_REASON_BOILERPLATE", "R218_OFFICER_LOAD");

  private final World world = new World();
  private final IntakePart intake = world.intake();
  private final Map<String, List<String>> expected = new HashMap<>();

  @Test
  void of_ten_thousand_requests_none_is_taken_and_each_gets_its_codes() {
    intake.rules().screensBy(ShippedPolicy::screen);
    intake.rules().comparesBy(IntakeFixtures.comparison(ShippedPolicy.limits()));

    FileId id = intake.arrives(june2025());

    world.assertThatFile(id).isRefusedWith(F113_LARGE_VOLUME, R219_OFFICER_IMPLAUSIBLE);
    assertThat(world.list("select state from request_status where state = 'TAKEN'")).isEmpty();
    assertThat(world.count("select count(*) from slice")).isZero();
    assertThat(world.count("select count(*) from request_group")).isZero();
    List<String> told =
        world.list(
            "select request_id || ' ' || array_to_string(codes, ' ') from request_status where file_id = ?",
            id.value());
    assertThat(told).hasSize(REQUESTS).allSatisfy(this::isToldItsCodes);
    assertThat(world.accounting().entries(id)).hasSizeGreaterThanOrEqualTo(REQUESTS);
  }

  private void isToldItsCodes(String row) {
    List<String> words = Arrays.asList(row.split(" ", -1));
    List<String> codes = new ArrayList<>(words.subList(1, words.size()));
    List<String> all = new ArrayList<>(expected.getOrDefault(words.get(0), List.of()));
    all.addAll(WHOLE);
    assertThat(codes).as(words.get(0)).containsExactlyInAnyOrderElementsOf(all);
  }

  private RequestFile june2025() {
    List<HistoricFailure> shape = HistoricFailure.read("june-2025.ndjson");
    JsonNode common = shape.get(0).on(HistoricFailure.goodRequest());
    RequestFile file = RequestFile.named("DHS-ICE_T_20261124_0001");
    int number = 0;
    for (HistoricFailure one : shape) {
      for (int i = 0; i < one.share() * REQUESTS / 100; i++) {
        number++;
        String requestId = "R-%06d".formatted(number);
        file.add(line(one.on(common), requestId, number));
        expected.put(requestId, one.codes());
      }
    }
    return file;
  }

  private static String line(JsonNode pattern, String requestId, int number) {
    ObjectNode request = (ObjectNode) pattern.deepCopy();
    request.put("type", "request");
    request.put("requestId", requestId);
    request.withObject("/subject/tin").put("value", RequestFile.tin(number));
    if (request.has("case")) {
      request.withObject("/case").put("number", "HSI-2026-%06d".formatted(number));
    }
    return request.toString();
  }
}
