package countersign.check;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.configuration.ConfigurationFixtures;
import countersign.configuration.Problem;
import countersign.configuration.Trust;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The result of {@code bin/countersign check}. */
class ConfigurationCheckTest {
  private static final Instant NOW = Instant.parse("2026-11-24T14:00:00Z");
  private static final String ROOT = "Root of trust: sha256 " + ConfigurationFixtures.TRUST.root();

  @TempDir Path directory;

  @Test
  void the_shipped_configuration_passes_and_discloses_nothing() {
    ConfigurationCheck check =
        ConfigurationCheck.of(ConfigurationFixtures.SHIPPED, Trust.NOBODY, NOW);

    assertThat(check.passes()).isTrue();
    assertThat(check.today())
        .containsExactly(
            "irs-ice-2025 for DHS-ICE in T is ignored because two people have not signed it");
    assertThat(check.effectiveView()).isNotEmpty();
  }

  @Test
  void a_signed_configuration_may_disclose_until_the_agreement_ends() throws IOException {
    ConfigurationFixtures.signed(directory);

    assertThat(ConfigurationCheck.of(directory, ConfigurationFixtures.TRUST, NOW).today())
        .containsExactly(ROOT, "irs-ice-2025 for DHS-ICE in T may disclose");
    assertThat(
            ConfigurationCheck.of(
                    directory, ConfigurationFixtures.TRUST, Instant.parse("2028-04-07T05:00:00Z"))
                .today())
        .containsExactly(
            ROOT,
            "irs-ice-2025 for DHS-ICE in T grants nothing on 2028-04-07; it is valid from"
                + " 2025-04-07 to 2028-04-06 in [T]");
  }

  @Test
  void without_a_posture_it_names_the_reason_for_the_block() throws IOException {
    ConfigurationFixtures.signed(directory).delete("posture.yaml");

    assertThat(ConfigurationCheck.of(directory, ConfigurationFixtures.TRUST, NOW).today())
        .containsExactly(
            ROOT, "irs-ice-2025 for DHS-ICE in T discloses nothing: A100_DISCLOSURE_DISABLED");
  }

  @Test
  void a_configuration_with_a_problem_fails_and_shows_no_effective_view() throws IOException {
    ConfigurationFixtures.signed(directory).write("agreements/x.yaml", "id: y\n");
    ConfigurationCheck check = ConfigurationCheck.of(directory, ConfigurationFixtures.TRUST, NOW);

    assertThat(check.passes()).isFalse();
    assertThat(check.problems()).extracting(Problem::file).containsOnly("agreements/x.yaml");
    assertThat(check.effectiveView()).isEmpty();
  }

  @Test
  void every_condition_that_cannot_be_evaluated_is_reported_with_all_other_problems()
      throws IOException {
    ConfigurationFixtures world = ConfigurationFixtures.signed(directory);
    world.edit("agreements/irs-ice-2025.yaml", "purposes: [PREP", "purposes: [CURIOSITY, PREP");
    world.edit(
        "agreements/irs-ice-2025.yaml",
        "placeholders: []",
        """
        placeholders: []
        conditions:
          - { condition: good, because: Article 4, tier: HOLD, when: "protectedStatus != 'NONE'" }
          - { condition: good, because: Article 5, tier: REJECT, when: "subject.nom == 'x'" }
          - { condition: text, because: Article 6, tier: BLOCK, when: "statute" }
          - { condition: open, because: Article 7, tier: HOLD, when: "statute ==" }\
        """);
    ConfigurationCheck check = ConfigurationCheck.of(directory, ConfigurationFixtures.TRUST, NOW);

    String at = "agreements/irs-ice-2025.yaml · conditions";
    assertThat(check.problems().stream().map(Problem::toString))
        .anySatisfy(one -> assertThat(one).contains("· purposes[0] ·"))
        .anySatisfy(one -> assertThat(one).startsWith("DUPLICATE").contains(at + "[1].condition"))
        .anySatisfy(
            one ->
                assertThat(one)
                    .isEqualTo(
                        "EXPRESSION  "
                            + at
                            + "[1].when (good) · expected CEL over the fields of a request that is"
                            + " true or false, found 'subject.nom', which is no field of a request"
                            + " (line 1, column 1). Correct it; config/README.md lists the"
                            + " fields."))
        .anySatisfy(one -> assertThat(one).startsWith("WRONG_VALUE").contains(at + "[2].tier"))
        .anySatisfy(one -> assertThat(one).startsWith("EXPRESSION").contains(at + "[2].when"))
        .anySatisfy(one -> assertThat(one).startsWith("EXPRESSION").contains(at + "[3].when"))
        .hasSize(6);
  }
}
