package countersign.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The register lists everyone who signs, and no reviewer who also operates the gateway. */
class EnrolledRolesTest {
  @TempDir Path directory;
  private ConfigurationFixtures world;

  @BeforeEach
  void prepare_a_valid_configuration() throws IOException {
    world = ConfigurationFixtures.signed(directory);
  }

  @Test
  void an_operator_and_a_privacy_officer_can_be_enrolled() throws IOException {
    enrols("OPERATOR, PRIVACY_OFFICER");

    assertThat(world.findings()).noneMatch(found -> found.contains("registers/enrolment.yaml"));
  }

  @Test
  void a_reviewer_who_also_operates_the_gateway_cannot() throws IOException {
    enrols("COUNTERSIGNER, OPERATOR");

    assertThat(world.findings())
        .anyMatch(found -> found.startsWith("WRONG_VALUE registers/enrolment.yaml"));
  }

  private void enrols(String roles) throws IOException {
    world.write(
        "registers/enrolment.yaml",
        """
        id: enrolment
        because: A test
        serial: 1
        people:
          - person: one
            name: One Person
            roles: [%s]
            keys:
              - { account: one, publicKey: "%s", firstDay: 2026-01-01, lastDay: 2027-01-01 }
        """
            .formatted(roles, "ab".repeat(32)));
    world.sign("registers/enrolment.yaml", "ada", "bob");
  }
}
