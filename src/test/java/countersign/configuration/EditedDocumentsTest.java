package countersign.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A person who can write the configuration's folder and has no signatory's key: no signed document
 * that this person edits counts.
 */
class EditedDocumentsTest {
  private static final String OFFICERS = "registers/officers.yaml";
  private static final String RULES = "policy/rules.yaml";

  @TempDir Path directory;
  private ConfigurationFixtures world;

  @BeforeEach
  void two_people_signed_every_document() throws IOException {
    world = ConfigurationFixtures.signed(directory);
    assertThat(absent()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "another_officer_receives, registers/officers.yaml, 'name: Robin Sample', 'name: Eve Sample'",
    "another_person_requests, registers/officials.yaml, 'name: Jordan Example', 'name: Eve Example'",
    "a_delegate_is_invented, registers/delegations.yaml, 'No instrument', 'One instrument'",
    "safeguards_hold_for_longer, registers/safeguards.yaml, 2027-12-31, 2099-12-31",
    "a_person_is_enrolled_alone, registers/enrolment.yaml, 'No person', 'One person'",
    "a_rule_looks_back_a_day, policy/rules.yaml, 'lookBackDays: 365', 'lookBackDays: 1'",
    "an_agreement_never_ends, agreements/irs-ice-2025.yaml, 2028-04-06, 2099-04-06",
    "the_posture_stays_on_for_longer, posture.yaml, 2027-12-31, 2099-12-31"
  })
  void a_document_that_was_edited_after_it_was_signed_does_not_count(
      String cheat, String document, String from, String to) throws IOException {
    world.edit(document, from, to);

    assertThat(absent()).as(cheat).containsExactly(document);
    assertThat(world.findings()).contains("SIGNATURE_DOES_NOT_HOLD " + document);
  }

  @Test
  void the_signatures_of_another_document_do_not_count() throws IOException {
    for (int number = 1; number <= 2; number++) {
      Files.copy(
          directory.resolve(RULES + "." + number + ".asc"),
          directory.resolve(OFFICERS + "." + number + ".asc"),
          StandardCopyOption.REPLACE_EXISTING);
    }

    assertThat(absent()).containsExactly(OFFICERS);
  }

  @Test
  void one_signature_in_both_files_does_not_count() throws IOException {
    Files.copy(
        directory.resolve(OFFICERS + ".1.asc"),
        directory.resolve(OFFICERS + ".2.asc"),
        StandardCopyOption.REPLACE_EXISTING);

    assertThat(absent()).containsExactly(OFFICERS);
  }

  @Test
  void empty_and_foreign_signature_files_do_not_count() throws IOException {
    world.write(OFFICERS + ".1.asc", "0 0");
    world.write(RULES + ".2.asc", "0 0");

    assertThat(absent()).containsExactlyInAnyOrder(OFFICERS, RULES);
  }

  @Test
  void a_posture_without_signatures_switches_nothing_on() throws IOException {
    world.delete("posture.yaml.1.asc");
    world.delete("posture.yaml.2.asc");

    assertThat(absent()).containsExactly("posture.yaml");
  }

  private List<String> absent() {
    return world.configuration().documents().stream()
        .filter(document -> document.kind().signed() && !document.counts())
        .map(Document::path)
        .toList();
  }
}
