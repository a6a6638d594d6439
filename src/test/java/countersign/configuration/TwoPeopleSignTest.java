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
  void a_posture_needs_the_signature_of_counsel() throws IOException {
    world.signatories(2, "bob", "cyd");
    world.sign(ConfigurationFixtures.versionFile(2), "ada", "bob");
    world.signAll("bob", "cyd");

    assertNotAdopted("posture.yaml", "NOT_COUNSEL");
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
