package countersign.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import countersign.Proves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A change of the rules that lacks its reason, effective date, version or a signature is refused
 * (rule R10).
 */
@Proves("R10")
class RuleChangesAreJustifiedTest {
  private static final String RULES = "policy/rules.yaml";
  private static final String A111 = "A111_RULE_CHANGE_UNJUSTIFIED: ";
  @TempDir Path directory;
  private ConfigurationFixtures world;

  @BeforeEach
  void prepare_a_valid_configuration() throws IOException {
    world = ConfigurationFixtures.signed(directory);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "R22, effective: 2026-11-24, because: | R22, effective: 2026-11-24, why: | rules[21].because",
        "R22, effective: 2026-11-24, | R22, | rules[21].effective",
        "\"A rule change needs two people and a reason\" | \" \" | rules[9].because",
        "'\nversion: ' | '\nrevision: ' | version",
        "'version: 2026' | 'version: newest' | version",
        "'effective: 2026-11-24\nbecause' | because | effective",
        "'\nbecause: First' | '\nbecause: 7 # First' | because"
      })
  void rules_without_reason_effective_date_or_version_can_be_neither_run_nor_tried_out(
      String stands, String instead, String path) throws IOException {
    Path tried = Files.copy(directory.resolve(RULES), directory.resolve("tried"));
    world.edit(RULES, stands, instead);

    assertThat(unjustified(world.problems())).contains(path);

    Files.move(directory.resolve(RULES), directory.resolve("changed"));
    Files.move(tried, directory.resolve(RULES));
    Configuration.Result result =
        Configuration.withRules(
            directory,
            ConfigurationFixtures.TRUST,
            expression -> List.of(),
            directory.resolve("changed"));
    assertThat(result).isInstanceOf(Configuration.Problems.class);
    assertThat(unjustified(((Configuration.Problems) result).problems())).contains(path);
  }

  @Test
  void a_rule_that_does_not_exist_is_an_error_that_names_the_nearest() throws IOException {
    world.edit(RULES, "rule: R60,", "rule: R99,");

    assertThat(world.problems())
        .singleElement()
        .asString()
        .contains("WRONG_VALUE  policy/rules.yaml · rules[55].rule")
        .contains("R1 to R55 or R60; the nearest is R60", "found R99");
  }

  @Test
  void rules_without_two_signatures_do_not_count() throws IOException {
    world.sign(RULES, "ada", "ada");
    assertDoesNotCount(Problem.Code.ONE_PERSON);

    world.sign(RULES, "ada", "bob");
    world.edit(RULES, "finalOrderDays: 90", "finalOrderDays: 9");
    assertDoesNotCount(Problem.Code.SIGNATURE_DOES_NOT_HOLD);

    world.delete(RULES + ".2.asc");

    world.edit(RULES, "finalOrderDays: 9", "finalOrderDays: 90");
    assertDoesNotCount(Problem.Code.UNSIGNED);
  }

  @Test
  void other_documents_and_other_problems_do_not_carry_the_code() throws IOException {
    world.delete("posture.yaml.1.asc");
    world.edit(RULES, "finalOrderDays: 90", "finalOrderDays: many");

    assertThat(world.problems()).hasSize(1);
    assertThat(unjustified(world.problems())).isEmpty();
  }

  private void assertDoesNotCount(Problem.Code code) {
    assertThat(Configuration.load(directory, ConfigurationFixtures.TRUST, any -> List.of()).all())
        .filteredOn(problem -> problem.toString().contains(A111))
        .extracting(Problem::code, Problem::file)
        .containsExactly(tuple(code, RULES));
    assertThat(world.configuration().document(DocumentKind.RULES))
        .get()
        .matches(one -> !one.counts());
  }

  /** Paths of the problems that carry the code. */
  private static List<String> unjustified(List<Problem> problems) {
    return problems.stream()
        .filter(problem -> problem.toString().contains(A111))
        .map(Problem::path)
        .toList();
  }
}
