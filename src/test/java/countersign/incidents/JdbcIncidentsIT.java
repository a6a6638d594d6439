package countersign.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.TestDatabase;
import countersign.operations.LedgerCheck;
import countersign.recall.RecallFixtures;
import countersign.request.Actor;
import countersign.testkit.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Incidents: what opens one, the steps of the clock, who was told, and two people who close it. */
class JdbcIncidentsIT {
  private static final Actor DUNN = Actor.person("dunn");
  private static final Actor PAUL = Actor.person("paul");

  @TempDir Path keys;

  @Test
  void a_failed_verification_opens_one_incident_and_the_clock_alarms_until_every_office_is_told() {
    World world = new World(keys);
    Incidents incidents = IncidentsFixtures.incidentsOn(world);
    Runnable clock =
        IncidentsFixtures.clockOn(
            world,
            RecallFixtures.recallsOn(world),
            new LedgerCheck.Checked(world.clock().instant(), "It differs.", 1, List.of()));

    clock.run();
    clock.run();
    assertThat(incidents.all())
        .singleElement()
        .satisfies(
            incident -> {
              assertThat(incident.cause()).isEqualTo(Incident.Cause.VERIFICATION);
              assertThat(Duration.between(incident.openedAt(), incident.reportBy()))
                  .isEqualTo(Duration.ofHours(24));
            });
    long number = incidents.all().get(0).number();
    world.passes(Duration.ofHours(13));
    clock.run();
    assertThat(steps(world)).containsExactly("0", "4", "12");

    assertThat(incidents.close(number, DUNN, "False.")).isEqualTo(Incidents.Outcome.NOT_REPORTED);
    for (Incident.Office office : Incident.Office.values()) {
      assertThat(incidents.tell(number, office, PAUL)).isEqualTo(Incidents.Outcome.DONE);
      assertThat(incidents.tell(number, office, DUNN)).isEqualTo(Incidents.Outcome.DONE);
    }
    assertThat(world.list("select distinct told_by from incident_told")).containsExactly("paul");
    world.passes(Duration.ofHours(13));
    clock.run();
    assertThat(steps(world)).as("all told").hasSize(3);
    assertThat(incidents.close(number, DUNN, "False.")).isEqualTo(Incidents.Outcome.PROPOSED);
    assertThat(incidents.close(number, DUNN, "False.")).isEqualTo(Incidents.Outcome.SAME_PERSON);
    assertThat(incidents.close(number, PAUL, "False.")).isEqualTo(Incidents.Outcome.DONE);
    assertThat(incidents.close(number, PAUL, "False.")).isEqualTo(Incidents.Outcome.NONE);
  }

  /** The application's role only adds steps. */
  private static List<String> steps(World world) {
    return JdbcClient.create(TestDatabase.asSuperuser(world.database()))
        .sql("select hours::text from incident_step order by incident_step.hours")
        .query(String.class)
        .list();
  }
}
