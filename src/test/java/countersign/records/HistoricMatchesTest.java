package countersign.records;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.HistoricFailure;
import countersign.Proves;
import countersign.intake.IntakeFixtures;
import countersign.intake.ScreenedSlice.ScreenedRequest;
import countersign.profile.RequestJson;
import countersign.request.Request;
import countersign.request.Request.Address;
import countersign.request.RequestKey;
import countersign.request.SliceId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Matches of 2025 that were wrong, against records with exactly that data. */
@Proves({"R43", "R44", "R45", "R48"})
class HistoricMatchesTest {

  static Stream<HistoricFailure> records() {
    return HistoricFailure.read("records.ndjson").stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("records")
  void historic_records_confirm_only_the_taxpayers_own_address(HistoricFailure one) {
    List<FoundRecord> held = new ArrayList<>();
    one.change().path("held").forEach(row -> held.add(row(row)));
    JsonNode request =
        HistoricFailure.merged(HistoricFailure.goodRequest(), one.change().path("request"));

    Matches found = new RecordLookup(keys -> held).match(slice(request));

    assertThat(found.others())
        .extracting(other -> other.internalReason().name())
        .isEqualTo(one.codes());
    assertThat(found.matches()).hasSize(one.codes().isEmpty() ? 1 : 0);
  }

  private static countersign.intake.ScreenedSlice slice(JsonNode request) {
    Request read = RequestJson.read(request.toString().getBytes(StandardCharsets.UTF_8));
    return IntakeFixtures.slice(
        new SliceId(RecordsFixtures.FILE, 1),
        "irs-ice-2025",
        List.of(new ScreenedRequest(new RequestKey(RecordsFixtures.FILE, "R-000001"), 1, read)));
  }

  private static FoundRecord row(JsonNode row) {
    return RecordsFixtures.row(
        row.path("tin").asString(),
        row.path("given").asString(),
        row.path("surname").asString(),
        new Address(row.path("line1").asString(), null, "CHICAGO", "IL", "60601"),
        row.path("period").asString("2024"),
        true);
  }
}
