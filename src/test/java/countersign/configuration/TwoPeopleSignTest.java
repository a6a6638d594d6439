package countersign.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document counts as absent unless two registered people have signed exactly its bytes. */
class TwoPeopleSignTest {
  private static final String AGREEMENT = "agreements/irs-ice-2025.yaml";
  @TempDir Path directory;
  private ConfigurationFixtures world;

  @BeforeEach
  void prepare_a_valid_configuration() throws IOException {
    world = ConfigurationFixtures.signed(directory);
  }

  @Test
  void a_document_without_its_second_signature_does_not_count() throws IOException {
    world.delete(AGREEMENT + ".2.asc");

    assertNotAdopted(AGREEMENT, "UNSIGNED");
  }

  @Test
  void a_document_changed_by_one_letter_does_not_count() throws IOException {
    world.edit(AGREEMENT, "maxSubjects: 10000", "maxSubjects: 90000");

    assertNotAdopted(AGREEMENT, "SIGNATURE_DOES_NOT_HOLD");
  }

  @Test
  void two_signatures_by_one_person_do_not_count() throws IOException {
    world.sign(AGREEMENT, "ada", "ada");

    assertNotAdopted(AGREEMENT, "ONE_PERSON");
  }

  @Test
  void the_signature_of_an_unregistered_person_does_not_count() throws IOException {
    world.sign(AGREEMENT, "ada", "eve");

    assertNotAdopted(AGREEMENT, "SIGNATURE_DOES_NOT_HOLD");
  }

  @Test
  void the_signature_of_a_registered_person_without_a_pinned_key_does_not_count()
      throws IOException {
    world.edit("countersign.yaml", ", " + "B".repeat(40), "");

    assertThat(world.findings())
        .contains(
            "NOT_PINNED registers/signatories.yaml bob",
            "NO_SIGNATORY registers/signatories.yaml signatories",
            "SIGNATURE_DOES_NOT_HOLD " + AGREEMENT);
    assertThat(world.configuration().documents())
        .filteredOn(document -> document.kind().signed())
        .isNotEmpty()
        .noneMatch(Document::counts);
  }

  @Test
  void a_posture_needs_the_signature_of_counsel() throws IOException {
    world.edit("registers/signatories.yaml", "role: COUNSEL", "role: RULE_EDITOR");

    assertNotAdopted("posture.yaml", "NOT_COUNSEL");
  }

  @Test
  void a_pinned_person_who_is_not_registered_prevents_the_start() throws IOException {
    world.write("registers/signatories.yaml", "id: signatories\nsignatories: []\n");

    assertThat(world.problems())
        .extracting(Problem::path)
        .containsExactly("signatories[0]", "signatories[1]");
  }

  private void assertNotAdopted(String path, String code) {
    assertThat(world.findings())
        .filteredOn(text -> !text.startsWith("NO_KEY"))
        .containsExactly(code + " " + path);
    List<Document> absent =
        world.configuration().documents().stream().filter(document -> !document.counts()).toList();
    assertThat(absent).extracting(Document::path).containsExactly(path);
  }
}
