package countersign.intake;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.authority.Limits;
import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.screening.InMemoryFileWideChecks;
import countersign.testkit.Asking;
import countersign.testkit.IntakePart;
import countersign.testkit.RequestFile;
import countersign.testkit.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Verdicts and accounting entries are those that the gateway gave before requests were stored in
 * blocks (commit 6b1d1240): files with every kind of fault, duplicates and hits in earlier files.
 * {@code -Dcountersign.verdicts=write} writes them anew after a rule has changed.
 */
class JdbcSameVerdictsIT {
  private static final Path BEFORE = Path.of("src/test/resources/countersign/intake/verdicts.txt");
  private static final String FILE = "DHS-ICE_T_20261124_%04d";

  /** Different for each run: the random bytes of an entry, and the hash of the sealed file. */
  private static final String RANDOM = "\"(salt|sealedSha256)\":\"[0-9a-f]{64}\"";

  private final World world = new World();
  private final IntakePart intake = world.intake();
  private final List<String> found = new ArrayList<>();

  @Test
  void verdicts_and_entries_are_those_of_before() throws IOException {
    intake
        .rules()
        .comparesBy(
            IntakeFixtures.comparison(
                new Limits(1L << 32, 200, 4_000, 40_000, 6, 2000, 6, 200, 900, 2, 30, 20)));
    compare(ndjson(1, 400, 11));
    compare(ndjson(2, 5_000, 12));
    RequestFile csv = file(3, 300, 13);
    String name = "DHS-ICE_T_20261124_0003.req.csv.pgp";
    compare(intake.arrives(name, sealed(CsvFile.of(csv.bytes(), "\r\n"))));
    RequestFile refused = file(4, 200, 14).header(line -> line.replace("sole-use-1", "other"));
    compare(intake.arrives(refused));
    compare(intake.arrives(file(5, 20, 15).change(7, line -> line + "}")));
    compare(ndjson(6, 200, 14));

    if ("write".equals(System.getProperty("countersign.verdicts"))) {
      Files.createDirectories(BEFORE.getParent());
      Files.write(BEFORE, found, StandardCharsets.UTF_8);
    }
    assertThat(found).isEqualTo(Files.readAllLines(BEFORE, StandardCharsets.UTF_8));
  }

  private FileId ndjson(int sequence, int requests, long seed) {
    RequestFile file = file(sequence, requests, seed);
    FileId id = intake.arrives(file);
    intake.inbox().moved(IntakeFixtures.PARTNER, file.name());
    return id;
  }

  private byte[] sealed(byte[] plaintext) {
    return intake.sealed(plaintext, world.keys().head());
  }

  /** Adds what became of a file: counts for each verdict, and one hash over everything. */
  private void compare(FileId file) {
    found.add("%s %s %s".formatted(file, world.state(file), world.codes(file)));
    found.addAll(
        world.list(
            "select '  ' || state || ' ' || codes::text || ' ' || count(*) from request_status where file_id = ? group by state, codes order by 1",
            file.value()));
    List<String> requests =
        world.list(
            "select number || ' ' || id || ' ' || state || codes::text || coalesce(slice, 0) || coalesce(group_id, '') from request_status where file_id = ? order by number",
            file.value());
    List<String> entries =
        world.accounting().entries(file).stream()
            .map(entry -> entry.requestId() + " " + entry.json().replaceAll(RANDOM, ""))
            .toList();
    found.add("  requests " + hash(requests));
    found.add("  entries %d %s".formatted(entries.size(), hash(entries)));
    found.addAll(
        world.list(
            "select '  ' || verb || ' ' || subject from event where split_part(subject, '/', 1) = ? order by id",
            file.value()));
  }

  private static String hash(List<String> lines) {
    return RequestFile.sha256(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  private static RequestFile file(int sequence, int requests, long seed) {
    Random random = new Random(seed);
    RequestFile file = RequestFile.named(FILE.formatted(sequence));
    InMemoryFileWideChecks subjects = new InMemoryFileWideChecks();
    for (int i = 1; i <= requests; i++) {
      Asking asking = request(random, i).as(i);
      file.add(asking.line());
      subjects.add(i, asking.request());
    }
    String counted = "\"subjectCount\":" + subjects.subjects();
    return file.trailer(line -> line.replaceFirst("\"subjectCount\":[0-9]+", counted));
  }

  private static Asking request(Random random, int number) {
    int home = random.nextInt(3_000);
    String caseNumber = "HSI-" + random.nextInt(30_000);
    String words = Integer.toString(random.nextInt(6_000), 36).replaceAll("[0-9]", "q");
    Asking asking =
        Asking.about(number)
            .subject(
                "surname",
                List.of("Muñoz", "MUNOZ", "Lee", "Ng", "Roe", "Day").get(random.nextInt(6)))
            .tin(RequestFile.tin(random.nextInt(20_000)))
            .address(home + (random.nextBoolean() ? " N Oak St" : " North Oak Street"), "Apt 1")
            .caseNumber(caseNumber)
            .reason("Case %s: text %s bears on failure to depart.".formatted(caseNumber, words))
            .officers("OFF-%d".formatted(Math.min(random.nextInt(40), random.nextInt(40))));
    return spoilt(asking, random.nextInt(80), number);
  }

  private static Asking spoilt(Asking asking, int how, int number) {
    return switch (how) {
      case 0 -> asking.without("reason");
      case 1 -> asking.without("address");
      case 2 -> asking.without("case");
      case 3 -> asking.without("officers");
      case 4 -> asking.without("subject");
      case 5 -> asking.withoutTin();
      case 6 -> asking.address("", "  ");
      case 7 -> asking.reason("12345");
      case 8 -> asking.subject("surname", "x".repeat(300));
      case 9 -> asking.reason("Text of case HSI-%d, \"said\"\u00a0\\ \u2028 ✓".formatted(number));
      case 10 -> asking.address("Failed to Provide", "");
      case 11 -> asking.without("taxPeriods");
      case 12 -> asking.without("statute");
      default -> asking;
    };
  }

  /** The codes that the files are made for are all in the list. */
  @Test
  void every_kind_of_verdict_is_in_the_list() throws IOException {
    String before = Files.readString(BEFORE, StandardCharsets.UTF_8);
    assertThat(before)
        .contains("TAKEN {}", "HELD", "F109_SCHEMA", "REFUSED")
        .contains(
            ReasonCode.R216_RECURRING_ADDRESS.name(),
            ReasonCode.R217_CASE_NUMBER_REUSED.name(),
            ReasonCode.R218_OFFICER_LOAD.name(),
            ReasonCode.R222_DUPLICATE_SUBJECT.name());
  }
}
