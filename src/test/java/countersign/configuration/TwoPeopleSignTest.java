package countersign.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document that lacks two registered people's signatures over its very bytes is as absent. */
class TwoPeopleSignTest {
  private static final String AGREEMENT = "agreements/irs-ice-2025.yaml";
  @TempDir Path directory;
  private ConfigurationFixtures world;

  @BeforeEach
  void a_good_configuration() throws IOException {
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
  void one_person_twice_is_not_two_people() throws IOException {
    world.sign(AGREEMENT, "ada", "ada");

    assertNotAdopted(AGREEMENT, "ONE_PERSON");
  }

  @Test
  void someone_who_is_not_registered_signs_nothing() throws IOException {
    world.sign(AGREEMENT, "ada", "eve");

    assertNotAdopted(AGREEMENT, "SIGNATURE_DOES_NOT_HOLD");
  }

  @Test
  void someone_who_is_registered_but_not_pinned_signs_nothing() throws IOException {
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
  void a_posture_needs_counsel() throws IOException {
    world.edit("registers/signatories.yaml", "role: COUNSEL", "role: RULE_EDITOR");

    assertNotAdopted("posture.yaml", "NOT_COUNSEL");
  }

  @Test
  void a_pinned_person_who_is_not_registered_stops_the_start() throws IOException {
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
