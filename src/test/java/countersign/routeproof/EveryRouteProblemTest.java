package countersign.routeproof;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.routefile.RouteProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One run of the proof tells every problem of every file, and none that follows from another. */
class EveryRouteProblemTest {
  @Test
  void mistakes_in_three_files_and_in_one_path_are_all_told_in_the_order_of_the_files() {
    List<String> told =
        told(
            new RouteFiles()
                .replace(
                    "pipeline", "ref: redactor, method: redact", "ref: redacter, metod: redact")
                .replace(
                    "pipeline", "ref: approvals, method: draft", "ref: approvals, method: drafd")
                .replace("pipeline", "uri: direct:request }", "uri: direct:requests }")
                .replace(
                    "pipeline", "uri: activemq6:queue:release\n", "uri: activemq6:queue:relase\n")
                .replace("partners", "fileExist: Fail", "fileExist: fail")
                .replace("partners", "stepwise: false", "stepwise: true")
                .replace(
                    "errors",
                    "routeErrorHandler, method: hold",
                    "routeErrorHandler, method: holt"));

    assertThat(told)
        .extracting(line -> line.replaceAll(" · .*", ""))
        .containsExactly(
            "errors.camel.yaml:8",
            "partners.camel.yaml:51",
            "partners.camel.yaml:53",
            "pipeline.camel.yaml:51",
            "pipeline.camel.yaml:69",
            "pipeline.camel.yaml:69",
            "pipeline.camel.yaml:69",
            "pipeline.camel.yaml:70",
            "pipeline.camel.yaml:84");
  }

  @Test
  void a_file_that_is_no_yaml_hides_no_problem_of_another_entry_or_file() {
    List<String> told =
        told(
            new RouteFiles()
                .replace("pipeline", "method: read }", "method: read")
                .replace(
                    "pipeline", "ref: approvals, method: draft", "ref: approvals, method: drafd")
                .replace("partners", "fileExist: Fail", "fileExist: fail"));

    assertThat(told).hasSize(3);
    assertThat(told.get(0)).startsWith("partners.camel.yaml:53 · ");
    assertThat(told.get(1))
        .startsWith("pipeline.camel.yaml:23 · the file is not YAML: the bracket {");
    assertThat(told.get(2)).startsWith("pipeline.camel.yaml:70 · ");
  }

  @Test
  void a_route_that_begins_nowhere_known_has_its_steps_judged() {
    assertThat(
            told(
                new RouteFiles()
                    .replace("pipeline", "uri: activemq6:queue:lookup?", "uri: timer:lookup?")
                    .replace("pipeline", "method: draft }", "method: drafd }")))
        .anyMatch(line -> line.contains("timer:lookup"))
        .anyMatch(line -> line.contains("method drafd"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pipeline | '        - bean: { id: match,' | '       - bean: { id: match,'    | 68 | 'Give it 8 blanks'
          pipeline | '        - bean: { id: match,' | '      - bean: { id: match,'     | 68 | 'Give it 8 blanks'
          pipeline | '        - bean: { id: match,' | '          - bean: { id: match,' | 68 | 'Give it 8 blanks'
          pipeline | '        - bean: { id: match,' | '- bean: { id: match,'           | 68 | 'Give it 8 blanks'
          pipeline | '        - bean: { id: draft,' | '- bean: { id: draft,'           | 70 | 'bean is a step'
          pipeline | 'method: redact }'             | 'method: redact'                 | 69 | 'Close it with }'
          partners | 'strictHostKeyChecking: "yes"' | 'strictHostKeyChecking: "yes'    | 15 | 'Close the quotation mark'
          partners | '          autoCreate: false'  | '\t  autoCreate: false'          | 17 | 'instead of the tab'
          partners | 'maxMessagesPerPoll: 10'       | 'maxMessagesPerPoll 10'          | 19 | 'colon'
          """)
  void a_text_that_is_no_yaml_is_told_at_the_line_of_the_mistake(
      String file, String old, String wrong, int line, String now) {
    Verdict verdict = new RouteFiles().replace(file, old, wrong.replace("\\t", "\t")).judged();

    RouteProblem first = verdict.problems().get(0);
    assertThat(first.line()).as("%s", verdict.problems()).isEqualTo(line);
    assertThat(first.now()).contains(now);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          log: { message: 'a', loggingLevel: WARNING }    | WARN
          log: '${variable.fil}'                          | variable.file
          throttle: { constant: '5', mode: TotalRequest } | TotalRequests
          delay: { constant: '604800000' }                | 60000
          delay: { constnt: '5' }                         | constant
          setHeder: { name: x, constant: 'y' }            | setHeader
          """)
  void a_wrong_word_or_value_is_told_with_the_nearest_valid_one(String step, String near) {
    RouteFiles files =
        new RouteFiles()
            .replace(
                "pipeline",
                "        - removeHeaders: { id: forget",
                "        - %s\n        - removeHeaders: { id: forget".formatted(step));

    List<RouteProblem> problems = files.judged().problems();

    assertThat(problems).extracting(RouteProblem::nearest).contains(near);
    assertThat(problems).noneMatch(one -> one.toString().contains("docs/"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          uri: activemq6:queue:release | uri: direct:release | route releasing begins with direct:release
          '        - bean: { id: release, ref: delivery, method: release }' | '        # taken out' | route releasing has no step
          'method: "deliver(${variable.sealed})" } #' | 'method: "deliver(${variable.sealed})" }\n        - log: "delivered ${variable.sealed.name}" #' | the parts of ${variable.sealed} may not be used
          """)
  void a_mistake_in_the_pipeline_says_what_it_is(String old, String wrong, String said) {
    RouteFiles files = new RouteFiles().replace("pipeline", old, wrong.replace("\\n", "\n"));

    assertThat(told(files)).anyMatch(line -> line.contains(said));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CHANGES.txt", "README.md", "LICENSE", ".gitignore", "flow.svg"})
  void a_file_that_is_no_routes_may_be_beside_them(String name, @TempDir Path folder)
      throws IOException {
    new RouteFiles().texts().forEach((file, text) -> write(folder.resolve(file), text));
    write(folder.resolve(name), "nothing");

    Verdict verdict = RouteProof.of(folder, Set.of("dhs-ice"), Set.of());

    assertThat(verdict.problems()).isEmpty();
    assertThat(verdict.files()).hasSize(3);
  }

  private static void write(Path file, String text) {
    try {
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<String> told(RouteFiles files) {
    return files.judged().problems().stream()
        .map(one -> "%s · %s".formatted(one.where(), one.what()))
        .toList();
  }
}
