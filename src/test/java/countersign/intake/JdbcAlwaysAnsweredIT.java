package countersign.intake;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.testkit.RequestFile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** R21: whatever becomes of a file, its sender gets one acknowledgement of it. */
@Proves("R21")
class JdbcAlwaysAnsweredIT {
  private final IntakeWorld world = new IntakeWorld();

  private static RequestFile file(int number) {
    RequestFile file = RequestFile.named("DHS-ICE_T_20261124_%04d".formatted(number));
    return file.add(RequestFile.request(number * 10)).add(RequestFile.request(number * 10 + 1));
  }

  @Test
  void taken_held_blocked_unjudged_or_refused_at_any_stage_a_file_has_one_acknowledgement() {
    FileId taken = world.arrives(file(1));
    FileId noRequestTaken = world.arrives(file(2).change(1, this::bad).change(2, this::bad));
    RequestFile plain = file(3);
    FileId stageTwo = world.arrives(plain.name(), plain.bytes());
    FileId stageThree = world.arrives(file(4).trailer(line -> "{}"));
    FileId stageFour =
        world.arrives(file(5).header(line -> line.replace("\"TEST\"", "\"PRODUCTION\"")));
    RequestFile late = file(6);
    FileId unjudged = world.receive(late.name(), world.sealed(late.bytes(), world.head)).id();
    world.intake.notJudged(unjudged);
    world.blocks.add(ReasonCode.A100_DISCLOSURE_DISABLED);
    FileId blocked = world.arrives(file(7));
    world.blocks.clear();
    FileId held = world.arrives(file(9));
    FileId stageOne = world.arrives("nonsense.txt", plain.bytes());

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
