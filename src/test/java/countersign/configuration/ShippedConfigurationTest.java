package countersign.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway starts with the shipped {@code config/} and discloses nothing. */
class ShippedConfigurationTest {
  @TempDir Path directory;

  @Test
  void it_loads_and_warns_about_missing_signatures_and_missing_keys() throws IOException {
    assertThat(ConfigurationFixtures.shipped(directory).findings())
        .containsExactlyInAnyOrder(
            "NO_KEY partners/dhs-ice.yaml agencyKeys",
            "NO_KEY registers/officials.yaml officials[].keys",
            "NO_KEY registers/officers.yaml officers[].keys",
            "ABSENT posture.yaml",
            "NO_SIGNATORY signatories/",
            "UNSIGNED agreements/irs-ice-2025.yaml",
            "UNSIGNED policy/rules.yaml",
            "UNSIGNED registers/delegations.yaml",
            "UNSIGNED registers/enrolment.yaml",
            "UNSIGNED registers/officers.yaml",
            "UNSIGNED registers/officials.yaml",
            "UNSIGNED registers/safeguards.yaml");
  }

  @Test
  void its_instance_belongs_to_the_test_exchange_and_names_only_the_location_of_secrets()
      throws IOException {
    Instance instance = ConfigurationFixtures.shipped(directory).configuration().instance();

    assertThat(instance.environment()).isEqualTo(countersign.request.Environment.T);
    assertThat(instance.database().user()).isEqualTo("countersign_app");
    assertThat(instance.database().password())
        .isEqualTo(new Instance.Secret(Path.of("/run/secrets/app"), null));
    assertThat(instance.sftp().still()).isEqualTo(java.time.Duration.ofMillis(400));
  }

  @Test
  void every_document_counts_once_two_people_have_signed_it() throws IOException {
    ConfigurationFixtures world = ConfigurationFixtures.signed(directory);

    assertThat(world.findings())
        .containsExactlyInAnyOrder(
            "NO_KEY partners/dhs-ice.yaml agencyKeys",
            "NO_KEY registers/officials.yaml officials[].keys",
            "NO_KEY registers/officers.yaml officers[].keys");
    assertThat(world.configuration().documents()).isNotEmpty().allMatch(Document::counts);
  }
}
