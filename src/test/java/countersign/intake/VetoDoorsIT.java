package countersign.intake;

import static countersign.approval.ApprovalFixtures.ADAMS;
import static countersign.approval.ApprovalFixtures.BAKER;
import static countersign.approval.ApprovalFixtures.COUNSEL;
import static countersign.testkit.World.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.Proves;
import countersign.approval.ApprovalFixtures;
import countersign.approval.Approvals;
import countersign.request.Actor;
import countersign.request.FileId;
import countersign.request.Held;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.request.Role;
import countersign.request.Unavailable;
import countersign.statement.Reviewer;
import countersign.stops.Stop;
import countersign.testkit.RequestFile;
import countersign.testkit.World;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R9: a veto on a file or a person stands at every door through which a request moves on. */
@Proves("R9")
class VetoDoorsIT {
  private static final Actor CLARK = Actor.person("clark");
  private static final Reviewer SECOND = ApprovalFixtures.reviewer("ellis", Role.COUNSEL);

  @TempDir Path keys;
  private World world;
  private Approvals approvals;
  private FileId file;

  @BeforeEach
  void two_requests_are_drafted() {
    world = new World(keys);
    world.approvals().holds(1);
    world.approvals().holds(2);
    file = world.delivery().takes(2);
    approvals = world.approvals().decisions();
  }

  @Test
  void a_request_about_a_vetoed_person_is_not_endorsed_and_another_one_is() {
    world.vetoes(Stop.Scope.SUBJECT, RequestFile.tin(1));

    assertThat(world.approvals().endorse(key(file, 1), ADAMS).code())
        .contains(ReasonCode.A110_COUNSEL_REFUSED);
    assertThat(world.approvals().endorse(key(file, 2), ADAMS).code()).isEmpty();
    assertThat(world.state(key(file, 1))).isEqualTo("DRAFTED");
    assertThat(world.state(key(file, 2))).isEqualTo("ENDORSED");
    assertThat(attempts()).containsExactly(key(file, 1) + " endorse");
  }

  @Test
  void an_endorsed_request_of_a_vetoed_file_is_not_countersigned() {
    RequestKey key = key(file, 1);
    world.approvals().endorse(key, ADAMS);
    world.vetoes(Stop.Scope.FILE, file.value());

    assertThat(approvals.countersign(key, BAKER, world.approvals().no(key)).code())
        .contains(ReasonCode.A110_COUNSEL_REFUSED);
    assertThat(world.state(key)).isEqualTo("ENDORSED");
  }

  @Test
  void the_denial_of_a_request_is_not_lifted_while_its_file_is_vetoed() {
    RequestKey key = key(file, 1);
    approvals.deny(key, COUNSEL, "Not lawful.");
    approvals.reconsider(key, COUNSEL, "I was wrong.");
    world.vetoes(Stop.Scope.FILE, file.value());

    assertThat(approvals.lift(key, SECOND, "Agreed.").code())
        .contains(ReasonCode.A110_COUNSEL_REFUSED);
    assertThat(world.state(key)).isEqualTo("DECLINED");
  }

  @Test
  void a_request_of_a_vetoed_file_can_still_be_denied() {
    world.vetoes(Stop.Scope.FILE, file.value());

    approvals.deny(key(file, 1), ADAMS, "Wrong person.");
    assertThat(world.state(key(file, 1))).isEqualTo("DECLINED");
  }

  @Test
  void a_held_request_about_a_vetoed_person_is_not_taken() {
    FileId second = held();
    world.vetoes(Stop.Scope.SUBJECT, RequestFile.tin(3));

    assertHeld(() -> world.intake().heldFiles().take(key(second, 3), CLARK, "The status ended."));
    assertThat(world.state(key(second, 3))).isEqualTo("HELD");
    world.intake().heldFiles().deny(key(second, 3), ReasonCode.A112_HOLD_REFUSED, CLARK, "No.");
    assertThat(world.state(key(second, 3))).isEqualTo("REFUSED");
  }

  @Test
  void a_held_file_under_a_veto_is_not_taken_and_no_timer_takes_it() {
    world
        .tampering()
        .sql("update file set state = 'HELD', file_codes = '{F105_SEQUENCE_GAP}'")
        .update();
    world.vetoes(Stop.Scope.FILE, file.value());

    assertThat(world.intake().heldFiles().obstacleToTaking(file).orElseThrow().code())
        .isEqualTo(ReasonCode.A110_COUNSEL_REFUSED);
    assertHeld(() -> world.intake().heldFiles().take(file, CLARK, "It is fine."));
    world.intake().heldFiles().rejudge();
    assertThat(world.state(file)).isEqualTo("HELD");
  }

  @Test
  void a_quarantined_file_under_a_veto_is_not_judged_again() {
    world
        .tampering()
        .sql("update file set state = 'QUARANTINED', file_codes = '{F120_NOT_JUDGED}'")
        .update();
    world.vetoes(Stop.Scope.FILE, file.value());

    assertThatThrownBy(() -> world.intake().steps().reopen(file))
        .isInstanceOfSatisfying(
            Unavailable.class, e -> assertThat(e.causeCode()).isEqualTo("A110_COUNSEL_REFUSED"));
  }

  private FileId held() {
    return world
        .intake()
        .arrives(
            2,
            3,
            line -> line.replace("\"protectedStatus\":\"NONE\"", "\"protectedStatus\":\"TPS\""));
  }

  private static void assertHeld(ThrowingCallable door) {
    assertThatThrownBy(door)
        .isInstanceOfSatisfying(
            Held.class, e -> assertThat(e.code()).isEqualTo(ReasonCode.A110_COUNSEL_REFUSED))
        .hasMessageEndingWith("Nothing was changed.");
  }

  private List<String> attempts() {
    return world.list(
        "select subject || ' ' || (convert_from(bytes, 'UTF8')::jsonb -> 'facts' ->> 'step') from event where verb = 'attempt'");
  }
}
