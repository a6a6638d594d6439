package countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.cli.CommandLineTest.Ended;
import countersign.demo.RequestFiles;
import countersign.demo.RequestWriter.Format;
import countersign.demo.SyntheticPeople;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A developer of a requesting agency screens a file before it is sent, with the shipped program and
 * configuration.
 */
class ScreenCommandTest {
  private static final Clock THEN =
      Clock.fixed(Instant.parse("2026-11-24T15:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  private Path file(int requests, Format format) throws IOException {
    Path file = folder.resolve("DHS-ICE_T_20261124_0001" + format.suffix().replace(".pgp", ""));
    try (OutputStream out = Files.newOutputStream(file)) {
      new RequestFiles(SyntheticPeople.make(20, 1), THEN).write(out, 1, requests, format);
    }
    return file;
  }

  private static Ended screen(Object... arguments) {
    Object[] all = new Object[arguments.length + 5];
    all[0] = "screen";
    all[1] = "--config";
    all[2] = "config";
    all[3] = "--as-of";
    all[4] = "2026-11-24";
    System.arraycopy(arguments, 0, all, 5, arguments.length);
    return CommandLineTest.run(all);
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void a_correct_file_needs_no_cure(Format format) throws IOException {
    Ended ended = screen(file(9, format));
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out())
        .startsWith("ACCEPTED  DHS-ICE_T_20261124_0001")
        .contains("9 requests: 0 rejected, 0 held, 9 would be taken.")
        .contains("Rules compare dates with 2026-11-24T17:00:00Z")
        .contains("Only the gateway can check these", "R222", "its envelope and its signature");
    assertThat(ended.exit()).isZero();
  }

  @Test
  void a_fault_is_reported_with_a_cure_and_without_a_value() throws IOException {
    Ended ended = screen(file(10, Format.NDJSON));
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.out())
        .contains("R-000010  REJECT  R204_ADDRESS_PLACEHOLDER")
        .contains("What to do: State street and number")
        .doesNotContain("Failed to Provide");
  }

  @Test
  void a_program_gets_the_acknowledgement_as_the_gateway_writes_it() throws IOException {
    Ended ended = screen(file(10, Format.NDJSON), "--json");
    JsonNode answer = new JsonMapper().readTree(ended.out());
    assertThat(answer.path("result").asString()).isEqualTo("ACCEPTED");
    assertThat(answer.path("sealedSha256").isNull()).isTrue();
    assertThat(answer.path("receivedAt").asString()).isEqualTo("2026-11-24T17:00:00Z");
    assertThat(answer.path("counts").toString())
        .isEqualTo("{\"requests\":10,\"refused\":1,\"held\":0,\"taken\":9}");
    assertThat(answer.path("refused").toString())
        .isEqualTo("[{\"requestId\":\"R-000010\",\"codes\":[\"R204_ADDRESS_PLACEHOLDER\"]}]");
    assertThat(answer.path("answerBy").asString()).isEqualTo("2026-12-24");
  }

  @Test
  void a_truncated_file_is_refused_as_a_whole() throws IOException {
    Path file = file(3, Format.NDJSON);
    String text = Files.readString(file, StandardCharsets.UTF_8);
    Files.writeString(file, text.substring(0, text.lastIndexOf("{\"type\":\"trailer\"")));
    Ended ended = screen(file);
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.out()).contains("REFUSED").contains("F108_HEADER_TRAILER_MISSING");
  }

  @Test
  void a_file_name_outside_the_profile_is_reported() throws IOException {
    Path file = Files.copy(file(1, Format.NDJSON), folder.resolve("today.ndjson"));
    Ended ended = screen(file, "--json");
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.out()).contains("\"fileId\":null").contains("\"detail\":\"NAME\"");
  }

  @Test
  void an_unreadable_file_is_neither_accepted_nor_refused() throws IOException {
    assertThat(screen(folder.resolve("DHS-ICE_T_20261124_0001.req.ndjson")).exit()).isEqualTo(2);
    Path sealed = Files.writeString(folder.resolve("DHS-ICE_T_20261124_0001.req.ndjson.pgp"), "x");
    Ended ended = screen(sealed);
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("--key");
    Path good = file(1, Format.NDJSON);
    Ended nowhere = CommandLineTest.run("screen", good, "--config", folder.resolve("none"));
    assertThat(nowhere.exit()).isEqualTo(2);
    assertThat(nowhere.err())
        .contains("does not exist. Name the configuration directory with --config");
  }

  @Test
  void a_condition_that_the_agreement_adds_is_applied_too() throws IOException {
    Path own = folder.resolve("config");
    Copies.of(Path.of("config"), own);
    Path agreement = own.resolve("agreements/irs-ice-2025.yaml");
    Files.writeString(
        agreement,
        Files.readString(agreement)
            + "conditions: [{ condition: all, because: Article 4, tier: HOLD, when: \"case.status == 'OPEN'\" }]\n");
    Ended ended =
        CommandLineTest.run(
            "screen", "--config", own, "--as-of", "2026-11-24", file(2, Format.NDJSON));
    assertThat(ended.out())
        .contains("2 requests: 0 rejected, 2 held")
        .contains("R-000001  HOLD    A118_AGREEMENT_CONDITION_REVIEW")
        .contains("What to do: State every field that the conditions of the agreement use");
    assertThat(ended.exit()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void a_draft_is_judged_as_if_its_trailer_were_right(Format format) throws IOException {
    Path file = file(3, format);
    String text = Files.readString(file, StandardCharsets.UTF_8);
    String draft = text.substring(0, text.stripTrailing().lastIndexOf('\n') + 1);
    Files.writeString(file, draft);
    assertThat(screen(file).out()).contains("F108_HEADER_TRAILER_MISSING");

    Ended ended = screen(file, "--complete");

    assertThat(ended.out()).contains("3 requests: 0 rejected, 0 held, 3 would be taken.");
    assertThat(ended.exit()).isZero();
    assertThat(file).hasContent(draft);
    Files.writeString(file, text.replaceAll("(subjectCount\\W+)3", "$19"));
    assertThat(screen(file).out()).contains("F106_COUNT_MISMATCH");
    assertThat(screen(file, "--complete").exit()).isZero();
  }

  @Test
  void a_draft_with_a_faulty_line_is_reported_and_not_stopped_at() throws IOException {
    Path file = file(3, Format.NDJSON);
    String text = Files.readString(file, StandardCharsets.UTF_8);
    Files.writeString(
        file,
        text.replace("\"requestId\":\"R-000002\"", "\"requestId\":\"R-000002\",\"age\":7")
            .replace("\"requestId\":\"R-000003\"", "\"requestId\":7"));

    Ended ended = screen(file, "--complete");

    assertThat(ended.out())
        .contains(
            "F109_SCHEMA  UNKNOWN_FIELD in line 3: age\n",
            "F109_SCHEMA  TYPE in line 4: requestId",
            "What to do: Correct the name age, or leave it out",
            "What to do: Write requestId as a text in double quotes",
            "The file is rejected as a whole")
        .doesNotContain("F106", "F107", "0 requests");
    assertThat(screen(file, "--complete", "--json").out()).doesNotContain("age\"");
    assertThat(ended.exit()).isEqualTo(1);
  }

  @Test
  void the_field_of_f109_is_named_for_people_and_not_in_the_acknowledgement() throws IOException {
    Path file = file(3, Format.NDJSON);
    String text = Files.readString(file, StandardCharsets.UTF_8);
    Files.writeString(
        file,
        text.replaceFirst("\"birthDate\":\"[^\"]*\"", "\"birthDate\":\"1700-01-01\"")
            .replaceAll("(R-000002.*\"line1\":\")", "$1\\\\u202e"));

    assertThat(screen(file, "--complete").out())
        .contains("R-000001  REJECT  F109_SCHEMA: subject.birthDate")
        .contains("R-000002  REJECT  F109_SCHEMA: address.line1")
        .doesNotContain("1700");
    assertThat(screen(file, "--complete", "--json").out())
        .contains("F109_SCHEMA")
        .doesNotContain("birthDate", "line1");
    Files.writeString(
        file, text.replaceFirst("\"createdAt\":\"[^\"]*\"", "\"createdAt\":\"then\""));
    assertThat(screen(file, "--complete").out())
        .contains("F109_SCHEMA  HEADER in line 1: createdAt")
        .doesNotContain("then\"");
    assertThat(screen(file, "--complete", "--json").out())
        .contains("{\"code\":\"F109_SCHEMA\",\"detail\":\"HEADER\",\"line\":1}");
  }

  @Test
  void only_a_plain_request_file_is_completed() throws IOException {
    Path other = Files.writeString(folder.resolve("notes.txt"), "x");
    assertThat(screen(other, "--complete").exit()).isEqualTo(2);
  }

  @Test
  void a_blank_at_the_end_of_an_id_makes_no_difference() throws IOException {
    Path file = file(2, Format.NDJSON);
    String text = Files.readString(file, StandardCharsets.UTF_8);
    Files.writeString(
        file,
        text.replace("\"irs-ice-2025\"", "\"irs-ice-2025 \"")
            .replace("\"registerId\":\"HOA-001\"", "\"registerId\":\" HOA-001 \""));

    Ended ended = screen(file, "--complete");

    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).contains("2 requests: 0 rejected, 0 held");
  }

  @Test
  void a_csv_file_needs_no_line_feed_at_its_end_but_its_first_row_and_right_quotes()
      throws IOException {
    Path file = file(3, Format.CSV);
    String text = Files.readString(file, StandardCharsets.UTF_8);
    Files.writeString(file, text.stripTrailing());
    assertThat(screen(file).exit()).isZero();

    Files.writeString(file, text.substring(text.indexOf('\n') + 1));
    assertThat(screen(file).out())
        .contains("the file  REJECT  F108_HEADER_TRAILER_MISSING", "F109_SCHEMA  HEADER in line 1")
        .doesNotContain("in line 2", "in line 3");

    Files.writeString(file, text.replaceFirst("AUSTIN|HOUSTON|,PO BOX|,([0-9]+ )", ",5\" $1"));
    assertThat(screen(file).out()).contains("F109_SCHEMA  JSON in line").doesNotContain("F108");
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void a_last_line_that_is_no_trailer_is_judged_too(Format format) throws IOException {
    Path file = file(3, format);
    String text = Files.readString(file, StandardCharsets.UTF_8).stripTrailing();
    String trailer = text.substring(text.lastIndexOf('\n') + 1);
    String rest = text.substring(0, text.lastIndexOf('\n') + 1);

    for (String last : new String[] {"\n", "half\"\n", trailer + "\n\n"}) {
      Files.writeString(file, rest + last);
      assertThat(screen(file).out())
          .contains("F108_HEADER_TRAILER_MISSING  HEADER in line", "F109_SCHEMA  ");
    }

    Files.writeString(file, rest + trailer + "\"\n");
    assertThat(screen(file).out()).contains("F109_SCHEMA  JSON in line").doesNotContain("F108");
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void a_blank_line_and_a_second_header_are_faults_of_a_draft_too(Format format)
      throws IOException {
    Path file = file(3, format);
    String text = Files.readString(file, StandardCharsets.UTF_8);
    int second = text.indexOf('\n') + 1;

    Files.writeString(file, text + "\n\n");
    assertThat(screen(file, "--complete").exit()).isZero();
    int last = text.lastIndexOf("\n", text.stripTrailing().lastIndexOf('\n') - 1) + 1;
    Files.writeString(file, text.substring(0, last) + "\n" + text.substring(last));
    assertThat(screen(file, "--complete").out()).contains("F109_SCHEMA  LINE in line");

    Files.writeString(file, text.substring(0, second) + text);
    assertThat(screen(file, "--complete").out())
        .contains("F108_HEADER_TRAILER_MISSING  HEADER in line 2")
        .doesNotContain("in line 3");
  }
}
