package countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.cli.CommandLineTest.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code screen} says what to do about the fault that the file has, not about its code only. */
class ScreenCuresTest {
  @TempDir Path folder;

  private Path example(String format) {
    return Path.of(CommandLineTest.run("example", "--format", format, "-o", folder).out().strip());
  }

  private static String screened(Path file) {
    Ended ended = CommandLineTest.run("screen", file, "--complete", "--config", "config");
    assertThat(ended.exit()).isEqualTo(1);
    return ended.out();
  }

  private static String edited(Path file, String pattern, String replacement) throws IOException {
    String text = Files.readString(file);
    String changed = text.replaceFirst(pattern, replacement);
    assertThat(changed).isNotEqualTo(text);
    Files.writeString(file, changed);
    String out = screened(file);
    Files.writeString(file, text);
    return out;
  }

  @Test
  void a_header_that_does_not_agree_with_the_name_says_in_what() throws IOException {
    Path file = example("ndjson");

    assertThat(edited(file, "\"createdAt\":\"([^T]*)T[^\"]*", "\"createdAt\":\"$1T23:59:59Z"))
        .contains("F103_FILENAME", "What to do: createdAt is in the future");
    assertThat(edited(file, "\"sequence\":1", "\"sequence\":2"))
        .contains("What to do: Make these agree with the file name: sequence.");
  }

  @Test
  void a_name_with_number_zero_says_where_numbering_begins() throws IOException {
    Path file = example("csv");
    Path zero = Files.move(file, Path.of(file.toString().replace("_0001", "_0000")));
    assertThat(screened(zero)).contains("What to do: Numbering begins at 0001");
    Path other = Files.move(zero, folder.resolve("requests.csv"));
    assertThat(screened(other)).contains("What to do: Name the file AGENCY_T_YYYYMMDD_NNNN");
  }

  @Test
  void each_detail_of_f109_has_its_own_cure() throws IOException {
    Path file = example("ndjson");

    assertThat(edited(file, "\"createdAt\":\"[^\"]*", "\"createdAt\":\"then"))
        .contains("What to do: Write createdAt as a time in UTC");
    assertThat(edited(file, "\"sequence\":1", "\"sequence\":\"1\""))
        .contains("What to do: Write sequence as a whole number without quotes");
    assertThat(edited(file, "\n", "\r\n"))
        .contains("What to do: End each line with a line feed alone");
    String facts =
        IntStream.range(0, 51)
            .mapToObj("\"f%d\":\"1\""::formatted)
            .collect(Collectors.joining(","));
    assertThat(edited(file, "\"requestId\"", "\"facts\":{" + facts + "},\"requestId\""))
        .contains("F109_SCHEMA: facts", "What to do: State at most 50 facts")
        .doesNotContain("docs/schema/: only known fields");
  }

  @Test
  void every_bad_field_of_a_header_and_of_a_request_is_named() throws IOException {
    Path file = example("ndjson");

    assertThat(
            edited(
                file,
                "\"environment\":\"[^\"]*\"(.*)\"createdAt\":\"[^\"]*",
                "\"environment\":\"X\"$1\"createdAt\":\"then"))
        .contains("HEADER in line 1: environment, createdAt")
        .contains("Write TEST or PRODUCTION as environment. Write createdAt as a time in UTC");
    String text = Files.readString(file);
    String hidden = text.replaceFirst("\"line1\":\"", "$0\\\\u202e");
    assertThat(hidden).isNotEqualTo(text);
    Files.writeString(file, hidden);
    assertThat(edited(file, "\"birthDate\":\"[^\"]*", "\"birthDate\":\"1980-02-31"))
        .contains("F109_SCHEMA: address.line1, subject.birthDate")
        .contains("directional (bidi)", "State subject.birthDate as a possible day");
  }

  @Test
  void white_space_around_a_number_or_a_flag_of_a_csv_file_makes_no_difference()
      throws IOException {
    Path file = example("csv");
    String text = Files.readString(file);
    String spaced =
        text.replaceFirst("sequence,1,", "sequence, 1 ,").replaceAll(",(true|false)", ",$1 ");
    assertThat(spaced).isNotEqualTo(text);
    Files.writeString(file, spaced);

    Ended ended = CommandLineTest.run("screen", file, "--complete", "--config", "config");

    assertThat(ended.out()).doesNotContain("F109_SCHEMA  TYPE");
    assertThat(ended.exit()).as(ended.out()).isZero();
  }

  @Test
  void a_csv_file_is_told_about_rows_and_columns_and_not_about_json() throws IOException {
    Path file = example("csv");

    assertThat(edited(file, "\nR,", "\nR,,"))
        .contains("The line is not a CSV row of the published form: it has ");
    assertThat(edited(file, "\nR,", "\nR,a\"b"))
        .contains("double a quote inside it")
        .doesNotContain("JSON object");
    assertThat(edited(file, "\nN,", "\nN,colour,"))
        .contains("UNKNOWN_FIELD in line 2: colour", "What to do: Correct the name colour");
    String header = Files.readString(file).lines().findFirst().orElseThrow();
    Files.writeString(file, header + "\n");
    assertThat(screened(file)).contains("What to do: The row of column names is missing");
    assertThat(CommandLineTest.run("screen", file, "--config", "config").out())
        .contains("What to do: The row of column names is missing", "rejected as a whole")
        .doesNotContain("0 requests");
  }

  @Test
  void simulate_names_the_rules_that_do_not_exist() {
    Path nowhere = folder.resolve("nope.yaml");

    Ended ended =
        CommandLineTest.run(
            "simulate",
            "--config",
            "config",
            "--root-of-trust",
            "a".repeat(64),
            "--rules",
            nowhere);

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).isEqualToIgnoringNewLines("There is no file " + nowhere);
  }
}
