package countersign.intake;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.authority.Limits;
import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.screening.DryRunCollector;
import countersign.screening.FileLimits;
import countersign.screening.RequestSink;
import countersign.testkit.Asking;
import countersign.testkit.IntakePart;
import countersign.testkit.RequestFile;
import countersign.testkit.World;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Of a first file the gateway's set queries and {@code screen}, which has no database, say the
 * same.
 */
class JdbcSameAnswerIT {
  private static final String ID = "DHS-ICE_T_20261124_0001";
  private static final int REQUESTS = 400;
  private final World world = new World();
  private final IntakePart intake = world.intake();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void a_file_of_repetitions_gets_the_same_codes_from_both(long seed) {
    FileLimits comparison =
        IntakeFixtures.comparison(
            new Limits(1L << 32, 200, 100, 250, 6, 2000, 5, 25, seed == 3 ? 30 : 400, 3, 30, 20));
    intake.rules().comparesBy(comparison);
    List<Asking> requests = requests(new Random(seed));
    DryRunCollector findings = new DryRunCollector(intake.rules().screen());
    RequestFile file = RequestFile.named(ID);
    RequestSink.Batch batch = findings.batch();
    for (int i = 1; i <= REQUESTS; i++) {
      Asking asking = requests.get(i - 1).as(i);
      file.add(asking.line());
      batch.add(i, asking.request(), Set.of());
    }
    String subjects = "\"subjectCount\":" + findings.subjects();
    file.trailer(line -> line.replaceFirst("\"subjectCount\":[0-9]+", subjects));

    FileId id = intake.arrives(file);

    List<String> stored =
        world.list(
            "select request_id || ' ' || array_to_string(codes, ' ') from request_status where codes <> '{}' order by number");
    boolean refused = seed == 3;
    List<String> screened =
        findings.all(comparison, refused).stream()
            .map(one -> one.requestId() + " " + String.join(" ", ReasonCode.names(one.codes())))
            .toList();
    assertThat(screened).isEqualTo(stored);
    assertThat(ReasonCode.names(findings.fileCodes(comparison)))
        .containsExactlyElementsOf(world.codes(id));
    assertThat(world.state(id)).isEqualTo(refused ? "REFUSED" : "HELD");
    assertThat(given(screened))
        .contains(
            "R212_REASON_BOILERPLATE",
            "R216_RECURRING_ADDRESS",
            "R217_CASE_NUMBER_REUSED",
            "R218_OFFICER_LOAD",
            "R222_DUPLICATE_SUBJECT");
  }

  private static Set<String> given(List<String> told) {
    Set<String> codes = new HashSet<>();
    told.forEach(line -> codes.addAll(List.of(line.split(" ", -1))));
    return codes;
  }

  private static List<Asking> requests(Random random) {
    List<Asking> requests = new ArrayList<>();
    for (int i = 1; i <= REQUESTS; i++) {
      int person = random.nextInt(300);
      int home = random.nextInt(100);
      Asking asking =
          Asking.about(i)
              .subject(
                  "surname",
                  List.of("Muñoz", "MUNOZ", "Lee", "Ng", "Roe", "Day").get(random.nextInt(6)))
              .tin(RequestFile.tin(person))
              .address(
                  home + (random.nextBoolean() ? " N Oak St" : " North Oak Street"),
                  "Apt " + home % 3)
              .caseNumber("HSI-" + random.nextInt(900))
              .reason(
                  "Text %d of %d".formatted(random.nextInt(9), i) + "x".repeat(random.nextInt(60)))
              .officers(
                  "OFF-%d".formatted(random.nextInt(12)), "OFF-%d".formatted(random.nextInt(300)));
      requests.add(spoilt(asking, random.nextInt(30)));
    }
    return requests;
  }

  private static Asking spoilt(Asking asking, int how) {
    return switch (how) {
      case 0 -> asking.without("reason");
      case 1 -> asking.without("address");
      case 2 -> asking.without("case");
      case 3 -> asking.without("officers");
      case 4 -> asking.without("subject");
      case 5 -> asking.withoutTin();
      case 6 -> asking.address("", "  ");
      case 7 -> asking.reason("12345");
      default -> asking;
    };
  }
}
