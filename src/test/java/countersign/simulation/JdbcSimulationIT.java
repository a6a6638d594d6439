package countersign.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.authority.Authority;
import countersign.authority.RuleSet;
import countersign.configuration.ConfigurationFixtures;
import countersign.request.FileId;
import countersign.testkit.Asking;
import countersign.testkit.IntakePart;
import countersign.testkit.RequestFile;
import countersign.testkit.World;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other numbers over what has come: files are compared with what had come before them. */
class JdbcSimulationIT {
  private static final String RULES = "policy/rules.yaml";
  private static final String AGREEMENT = "agreements/irs-ice-2025.yaml";
  @TempDir Path directory;
  private final World world = new World();
  private final IntakePart intake = world.intake();

  private FileId arrives(int number, Asking... requests) {
    RequestFile file = RequestFile.named("DHS-ICE_T_20261124_%04d".formatted(number));
    for (int i = 0; i < requests.length; i++) {
      file.add(requests[i].as(i + 1).line());
    }
    FileId id = intake.arrives(file);
    assertThat(world.codes(id)).isEmpty();
    world.passes(Duration.ofDays(2));
    return id;
  }

  /** What the shipped rules say otherwise with that text changed. */
  private List<String> differences(String document, String stands, String instead)
      throws IOException {
    ConfigurationFixtures shipped = ConfigurationFixtures.shipped(directory);
    Authority inForce = everyDay(shipped);
    shipped.edit(document, stands, instead);
    List<String> found = new ArrayList<>();
    JdbcSimulation.Result simulated =
        new JdbcSimulation(world.jdbc(), world.vault())
            .run(
                inForce,
                everyDay(shipped),
                one ->
                    found.add(
                        "%s/%s +%s -%s"
                            .formatted(one.file(), one.requestId(), one.gained(), one.lost())));
    assertThat(simulated.differences()).isEqualTo(found.size());
    return found;
  }

  private static Authority everyDay(ConfigurationFixtures configuration) {
    Authority written = Authority.asWritten(configuration.configuration());
    return written.under(written.rules().map(RuleSet::everyDay).orElseThrow());
  }

  @Test
  void a_subject_asked_about_again_is_a_difference_of_the_later_file_only() throws IOException {
    arrives(1, Asking.about(1), Asking.about(2));
    FileId second = arrives(2, Asking.about(1).address("9 Elm Rd", "APT 1"), Asking.about(3));

    assertThat(differences(RULES, "repeatedSubjectRequests: 3", "repeatedSubjectRequests: 2"))
        .containsExactly(second + "/R-000001 +[R224_REPEATED_SUBJECT] -[]");
  }

  @Test
  void a_refused_file_that_came_again_is_forgotten_by_shorter_memory() throws IOException {
    RequestFile refused =
        RequestFile.named("DHS-ICE_T_20261124_0001")
            .add(Asking.about(1).as(1).line())
            .header(line -> line.replace("\"TEST\"", "\"PRODUCTION\""));
    assertThat(world.state(intake.arrives(refused))).isEqualTo("REFUSED");
    world.passes(Duration.ofDays(2));
    intake.arrives(RequestFile.named("DHS-ICE_T_20261124_0002").add(Asking.about(1).as(1).line()));

    assertThat(differences(RULES, "lookBackDays: 365", "lookBackDays: 1"))
        .containsExactly("DHS-ICE_T_20261124_0002/ +[] -[F115_UNCURED_RESUBMISSION]");
  }

  @Test
  void the_agreements_limits_over_a_file_and_an_officer_are_tried_too() throws IOException {
    FileId first = arrives(1, Asking.about(1).officers("OFF-0401"));
    FileId second =
        arrives(2, Asking.about(2).officers("OFF-0401"), Asking.about(3).officers("OFF-0402"));

    assertThat(differences(AGREEMENT, "largeVolumeSubjects: 100", "largeVolumeSubjects: 2"))
        .containsExactly(second + "/ +[F113_LARGE_VOLUME] -[]");
    assertThat(differences(AGREEMENT, "officerLoadSubjects: 25", "officerLoadSubjects: 1"))
        .as("%s came first", first)
        .containsExactly(second + "/R-000001 +[R218_OFFICER_LOAD] -[]");
  }
}
