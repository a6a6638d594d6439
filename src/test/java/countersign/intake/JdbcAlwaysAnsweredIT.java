package countersign.intake;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.testkit.IntakePart;
import countersign.testkit.RequestFile;
import countersign.testkit.World;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** R21: whatever becomes of a file, its sender gets one acknowledgement of it. */
@Proves("R21")
class JdbcAlwaysAnsweredIT {
  private final World world = new World();
  private final IntakePart intake = world.intake();

  private static RequestFile file(int number) {
    RequestFile file = RequestFile.named("DHS-ICE_T_20261124_%04d".formatted(number));
    return file.add(RequestFile.request(number * 10)).add(RequestFile.request(number * 10 + 1));
  }

  @Test
  void taken_held_blocked_unjudged_or_refused_at_any_stage_a_file_has_one_acknowledgement() {
    FileId taken = intake.arrives(file(1));
    FileId noRequestTaken = intake.arrives(file(2).change(1, this::bad).change(2, this::bad));
    RequestFile plain = file(3);
    FileId stageTwo = intake.arrives(plain.name(), plain.bytes());
    FileId stageThree = intake.arrives(file(4).trailer(line -> "{}"));
    FileId stageFour =
        intake.arrives(file(5).header(line -> line.replace("\"TEST\"", "\"PRODUCTION\"")));
    RequestFile late = file(6);
    FileId unjudged =
        intake.receive(late.name(), intake.sealed(late.bytes(), world.keys().head())).id();
    intake.steps().notJudged(unjudged);
    intake.rules().blocks().add(ReasonCode.A100_DISCLOSURE_DISABLED);
    FileId blocked = intake.arrives(file(7));
    intake.rules().blocks().clear();
    FileId held = intake.arrives(file(9));
    FileId stageOne = intake.arrives("nonsense.txt", plain.bytes());

    assertThat(Stream.of(taken, noRequestTaken, unjudged, blocked, held).map(world::state))
        .containsExactly("IN_PROGRESS", "IN_PROGRESS", "QUARANTINED", "HELD", "HELD");
    assertThat(List.of(stageOne, stageTwo, stageThree, stageFour))
        .allSatisfy(refused -> assertThat(world.state(refused)).isEqualTo("REFUSED"));
    assertThat(world.list("select id from acknowledgement"))
        .containsExactlyInAnyOrderElementsOf(world.list("select id || '.ack.001' from file"))
        .hasSize(9);
    assertThat(world.list("select id from work where stage = 'acknowledge'")).hasSize(9);
  }

  private String bad(String line) {
    return line.replaceAll("\"reason\":\"[^\"]*\",", "");
  }
}
