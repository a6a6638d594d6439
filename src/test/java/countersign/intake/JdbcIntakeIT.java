package countersign.intake;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import countersign.accounting.AccountingEntry;
import countersign.request.FileId;
import countersign.request.SliceId;
import countersign.testkit.IntakePart;
import countersign.testkit.RequestFile;
import countersign.testkit.World;
import org.junit.jupiter.api.Test;

/** A partner's file becomes screened slices, or an answer that says why not. */
@Proves("R60")
class JdbcIntakeIT {
  private static final String ID = "DHS-ICE_T_20261124_0001";
  private final World world = new World();
  private final IntakePart intake = world.intake();

  @Test
  void a_good_file_is_taken_in_slices_and_groups_and_accounted_for() {
    RequestFile file = RequestFile.named(ID).requests(1_203);

    FileId id = intake.arrives(file);

    assertThat(id).hasToString(ID);
    world.assertThatFile(id).isTaken();
    assertThat(world.list("select state || ' ' || count(*) from request_status group by state"))
        .containsExactly("TAKEN 1203");
    assertThat(world.list("select id || ' ' || state from slice order by number"))
        .containsExactly(ID + "/1 TAKEN", ID + "/2 TAKEN", ID + "/3 TAKEN");
    assertThat(world.list("select id || ' ' || requests from request_group order by id"))
        .containsExactly(ID + "/g1 401", ID + "/g2 401", ID + "/g3 401");
    assertThat(world.list("select stage || ' ' || id from work order by stage"))
        .containsExactly("acknowledge " + ID + ".ack.001");
    assertThat(world.list("select verb || ' ' || subject from event order by id"))
        .containsExactly(
            "receive " + ID,
            "read " + ID,
            "take " + ID + "/1",
            "take " + ID + "/2",
            "take " + ID + "/3");
    assertThat(world.accounting().entries(id))
        .hasSize(1_203)
        .allMatch(AccountingEntry::intact)
        .allMatch(entry -> entry.kind() == AccountingEntry.EntryType.REQUEST);
    assertThat(intake.steps().load(SliceId.parse(ID + "/3")).requests()).hasSize(203);
    assertThat(
            intake.steps().load(SliceId.parse(ID + "/1")).requests().get(0).request().requestId())
        .isEqualTo("R-000001");
  }
}
