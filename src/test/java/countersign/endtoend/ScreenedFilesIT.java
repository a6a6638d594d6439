package countersign.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.cli.CommandLines;
import countersign.demo.ExpectedOutcome;
import countersign.demo.RequestFiles;
import countersign.demo.RequestWriter;
import countersign.demo.SyntheticPeople;
import countersign.request.FileId;
import countersign.request.Request;
import countersign.request.RequestHeader;
import countersign.testkit.RequestFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * {@code screen} predicts the gateway's answer to a file; {@code explain} and {@code simulate}
 * later name fields and codes, but no values.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ScreenedFilesIT {
  @TempDir static Path folder;

  private WholeGateway gateway;
  private PlayedPartner partner;
  private Screen screen;

  @BeforeAll
  void starts() throws Exception {
    gateway = WholeGateway.quick(folder.resolve("demo"));
    partner = PlayedPartner.of(gateway);
    screen = new Screen(folder.resolve("demo"));
  }

  @AfterAll
  void stops() {
    if (gateway != null) {
      gateway.close();
    }
  }

  /** The first one, because its files have the first numbers. */
  @Test
  @Order(1)
  void screen_predicts_the_answers_to_the_demo_files() throws Exception {
    RequestFiles files = new RequestFiles(SyntheticPeople.make(2_000, 1), Clock.systemUTC());
    FileId first = files.id(1);
    List<ExpectedOutcome> forty = files.forty(1);
    JsonNode answer = sends(first, files.header(first, 1), forty);
    partner.countsOn();
    assertThat(answer.path("refused").size()).isGreaterThan(5);
    FileId second = files.id(2);
    JsonNode refused = sends(second, files.unauthorizedHeader(second, 2), forty.subList(0, 3));
    partner.countsOn();
    assertThat(refused.path("fileCodes").toString()).contains("A101", "A107");

    explains(answer, first, forty);
    simulates(first);
  }

  @Test
  void the_guides_for_every_day_lead_to_their_ends() throws Exception {
    GuidesOfTheDay guides = new GuidesOfTheDay(folder.resolve("demo"), folder.resolve("guides"));
    guides.addARule();
    guides.rotateAKey();
    guides.addAComponent();
    RequestFile file =
        partner
            .asksAbout(3)
            .change(
                2,
                line ->
                    line.replaceFirst("\"line1\":\"[^\"]*\"", "\"line1\":\"Failed to Provide\""));
    partner.drops(file.name(), partner.seals(file.bytes()));
    partner.countsOn();
    guides.readARefusal(file, partner.sealedAcknowledgementOf(file.id()));
  }

  /** The last one, because a number is missing behind it. */
  @Test
  @Order(Integer.MAX_VALUE)
  void the_gateway_answers_the_files_of_the_conformance_kit_as_the_kit_says() throws Exception {
    KitAtTheGateway kit = new KitAtTheGateway(folder.resolve("demo"), partner);
    kit.isAnsweredAsExpected();
  }

  /** Screens a file in plaintext and sealed, sends it, and returns the gateway's answer. */
  private JsonNode sends(FileId id, RequestHeader header, List<ExpectedOutcome> requests)
      throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    try (RequestWriter writer = new RequestWriter(plain, header, RequestWriter.Format.NDJSON)) {
      for (ExpectedOutcome planned : requests) {
        writer.add(planned.request());
      }
    }
    byte[] sealed = partner.seals(plain.toByteArray());
    String name = id.value() + ".req.ndjson";
    JsonNode clear = screen.says(name, plain.toByteArray());
    JsonNode opened = screen.says(name + ".pgp", sealed);
    partner.drops(name + ".pgp", sealed);
    JsonNode answer = partner.acknowledgementOf(id.value());
    Screen.assertSame(clear, answer);
    Screen.assertSame(opened, answer);
    assertThat(opened.path("sealedSha256")).isEqualTo(answer.path("sealedSha256"));
    assertThat(opened.path("answerBy")).isEqualTo(answer.path("answerBy"));
    return answer;
  }

  private void explains(JsonNode answer, FileId file, List<ExpectedOutcome> forty)
      throws IOException {
    for (JsonNode refused : answer.path("refused")) {
      String id = refused.path("requestId").asString();
      CommandLines.Ended ended = screen.runs("explain", file + "/" + id);
      assertThat(ended.exit()).as(ended.err()).isZero();
      assertThat(ended.out())
          .contains("REFUSED", "stored when the request was judged", "This request was not looked");
      refused
          .path("codes")
          .forEach(code -> assertThat(ended.out()).contains("result: " + code.asString()));
      assertThat(ended.out()).contains("subject.surname").doesNotContain(values(forty, id));
    }
    CommandLines.Ended taken = screen.runs("explain", file + "/" + forty.get(0).requestId());
    assertThat(taken.out())
        .contains("one code for every request without a disclosure, M399_NOT_DISCLOSED")
        .doesNotContain("M301", "M302", "M303", "UNMATCHED", "DRAFTED", "said:");
    assertThat(screen.runs("explain", file + "/R-999999").exit()).isEqualTo(1);
    assertThat(screen.runs("explain", "R-000001").exit()).isEqualTo(2);
  }

  /** Values of that request that no rule's own sentence contains. */
  private static List<String> values(List<ExpectedOutcome> forty, String requestId) {
    Request asked =
        forty.stream()
            .map(ExpectedOutcome::request)
            .filter(one -> requestId.equals(one.requestId()))
            .findFirst()
            .orElseThrow();
    return Stream.of(asked.subject().birthDate(), asked.subject().surname(), asked.reason())
        .filter(value -> value != null && value.length() > 4)
        .toList();
  }

  private void simulates(FileId file) throws IOException {
    Path config = folder.resolve("demo/config");
    Path rules = config.resolve("policy/rules.yaml");
    CommandLines.Ended same = screen.runs("simulate", "--rules", rules);
    assertThat(same.out())
        .as(same.err())
        .contains("2 files", "0 differences", "Nothing was written");
    assertThat(same.out()).doesNotContain("would also get other codes today", "does not name");
    assertThat(same.exit()).isZero();
    String text = Files.readString(rules, UTF_8);
    assertThat(text).containsPattern("finalOrderDays\"?: 90");
    Path stricter =
        Files.writeString(
            folder.resolve("stricter.yaml"),
            text.replaceFirst("(finalOrderDays\"?): 90", "$1: 400"),
            UTF_8);
    CommandLines.Ended other = screen.runs("simulate", "--rules", stricter);
    assertThat(other.exit()).as(other.out() + other.err()).isEqualTo(1);
    assertThat(other.out())
        .contains(file + "/R-0", "+R231_NINETY_DAYS_NOT_ELAPSED")
        .containsPattern(" \\d+  \\+R231_NINETY_DAYS_NOT_ELAPSED");
    CommandLines.Ended shorter = screen.runs("simulate", "--rules", without("R22", rules));
    assertThat(shorter.exit()).as(shorter.err()).isZero();
    assertThat(shorter.out())
        .contains("0 differences")
        .contains("does not name R22; a rule that a set does not name is applied all the same");
  }

  /** The same rules without one of them. */
  private static Path without(String rule, Path rules) throws IOException {
    YAMLMapper yaml = new YAMLMapper();
    JsonNode tree = yaml.readTree(Files.readString(rules, UTF_8));
    ((ArrayNode) tree.path("rules")).removeIf(one -> one.path("rule").asString().equals(rule));
    return Files.writeString(folder.resolve("shorter.yaml"), yaml.writeValueAsString(tree), UTF_8);
  }
}
