package countersign.delivery;

import static countersign.request.RequestState.COUNTERSIGNED;
import static countersign.request.RequestState.DRAFTED;
import static countersign.testkit.World.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.authority.TestAuthority;
import countersign.lifecycle.LifecycleFixtures;
import countersign.lifecycle.WorkQueue;
import countersign.request.Actor;
import countersign.request.FileId;
import countersign.request.GroupId;
import countersign.request.Held;
import countersign.request.ReasonCode;
import countersign.request.ResponseId;
import countersign.request.Unavailable;
import countersign.stops.Stop;
import countersign.testkit.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DuplicateKeyException;

/**
 * Stops, posture, expired approvals and tampering prevent the release of an approved disclosure.
 */
@ExtendWith(OutputCaptureExtension.class)
class JdbcHaltedDeliveryIT {
  @TempDir Path keys;
  private World world;

  @BeforeEach
  void a_gateway_starts() {
    world = new World(keys);
    world.approvals().holds(1);
  }

  @Test
  void a_stop_set_after_the_release_prevents_the_upload_until_it_is_lifted() {
    FileId file = world.delivery().takes(1);
    world.approvals().twoApprove(key(file, 1));
    world.passes(Duration.ofHours(7));
    world.delivery().steps().releaseDue();
    world.delivery().steps().release(new GroupId(file, 1));
    world.delivery().sealLedger();
    String id = world.work("seal").get(0);
    world.delivery().steps().seal(ResponseId.parse(id));
    world.stops().set(Stop.Scope.OFFICER, "OFF-0401", Actor.person("dunn"), "Wait.");

    assertThatThrownBy(() -> world.delivery().steps().dispatch(ResponseId.parse(id)))
        .isInstanceOfSatisfying(
            Unavailable.class, e -> assertThat(e.causeCode()).isEqualTo("STOPPED"));
    assertThat(world.list("select state from response")).containsExactly("SEALED");
    world
        .jdbc()
        .sql(
            "insert into work (stage, id, state, cause) values ('deliver', ?, 'PARKED', 'STOPPED')")
        .param(id)
        .update();
    world.delivery().steps().releaseDue();
    assertThat(world.work("deliver")).as("while it stands").isEmpty();

    world.lifts(1);
    world.delivery().steps().releaseDue();
    assertThat(world.work("deliver")).containsExactly(id);
    assertThat(world.delivery().steps().dispatch(ResponseId.parse(id)).size()).isPositive();
  }

  @Test
  void the_work_row_shows_the_cause_when_a_stop_or_the_posture_halts_a_release() {
    FileId file = world.delivery().takes(1);
    world.approvals().twoApprove(key(file, 1));
    world.passes(Duration.ofHours(7));
    world.delivery().steps().releaseDue();
    world.stops().set(Stop.Scope.AGENCY, "DHS-ICE", Actor.person("dunn"), "Wait.");
    world.delivery().steps().release(new GroupId(file, 1));
    assertThat(world.list("select cause from work where stage = 'release'"))
        .containsExactly("STOPPED");

    Delivery off =
        world
            .delivery()
            .under(TestAuthority.switchedOff(TestAuthority.schedule(null), Map.of(), List.of()));
    off.release(new GroupId(file, 1));
    assertThat(world.list("select cause from work where stage = 'release'"))
        .containsExactly("A100_DISCLOSURE_DISABLED");

    Delivery keyless =
        world
            .delivery()
            .under(TestAuthority.with(TestAuthority.schedule(null), Map.of(), List.of()));
    world.lifts(1);
    keyless.release(new GroupId(file, 1));
    assertThat(world.list("select cause from work where stage = 'release'"))
        .containsExactly("D409_CRYPTO");
    assertThat(world.list("select id from response")).isEmpty();
    world.assertThatRequest(key(file, 1)).is(COUNTERSIGNED);
  }

  @Test
  void a_release_without_an_officers_key_is_parked_and_logged_once_until_a_key_can_be_used(
      CapturedOutput output) throws IOException {
    FileId file = world.delivery().takes(1);
    world.approvals().twoApprove(key(file, 1));
    world.passes(Duration.ofHours(7));
    byte[] officer = breaksOfficersKey();
    world.delivery().steps().releaseDue();
    GroupId group = new GroupId(file, 1);

    world.delivery().steps().release(group);
    world.delivery().steps().releaseDue();

    assertThat(world.list("select state || ' ' || cause from work where stage = 'release'"))
        .containsExactly("PARKED D409_CRYPTO");
    assertThat(output.getAll().lines().filter(line -> line.contains("D409_CRYPTO")))
        .singleElement()
        .asString()
        .contains("Group " + group + " of partner dhs-ice", "Run check")
        .doesNotContain("Alex", "OFF-0401");

    Files.write(keys.resolve("officer.asc"), officer);
    world.delivery().steps().releaseDue();
    assertThat(world.work("release")).containsExactly(group.toString());
    world.delivery().steps().release(group);
    assertThat(world.list("select state from response")).containsExactly("RELEASED");
    assertThat(world.work("release")).isEmpty();
  }

  @Test
  void a_response_whose_officers_key_dies_after_the_release_is_sealed_once_a_key_can_be_used()
      throws IOException {
    FileId file = world.delivery().takes(1);
    world.approvals().twoApprove(key(file, 1));
    world.passes(Duration.ofHours(7));
    world.delivery().steps().releaseDue();
    world.delivery().steps().release(new GroupId(file, 1));
    world.delivery().sealLedger();
    ResponseId id = ResponseId.parse(world.work("seal").get(0));
    byte[] officer = breaksOfficersKey();

    assertThatThrownBy(() -> world.delivery().steps().seal(id))
        .isInstanceOfSatisfying(
            Held.class, e -> assertThat(e.code()).isEqualTo(ReasonCode.D409_CRYPTO))
        .hasMessageContaining("Response " + id + " of partner dhs-ice");
    LifecycleFixtures.workOn(world.database(), world.clock())
        .park(WorkQueue.SEAL, id.toString(), ReasonCode.D409_CRYPTO.name());
    world.delivery().steps().releaseDue();
    assertThat(world.work("seal")).as("while no key can be used").isEmpty();
    assertThat(world.list("select state from response")).containsExactly("RELEASED");

    Files.write(keys.resolve("officer.asc"), officer);
    world.delivery().steps().releaseDue();
    assertThat(world.work("seal")).containsExactly(id.toString());
    world.delivery().steps().seal(id);
    assertThat(world.list("select state from response")).containsExactly("SEALED");
    world.delivery().sealLedger();
    assertThat(world.work("deliver")).containsExactly(id.toString());
  }

  private byte[] breaksOfficersKey() throws IOException {
    Path officer = keys.resolve("officer.asc");
    byte[] key = Files.readAllBytes(officer);
    Files.writeString(officer, "hello\n");
    return key;
  }

  @Test
  void an_expired_approval_releases_nothing_even_before_the_timer_runs() {
    FileId file = world.delivery().takes(1);
    world.approvals().twoApprove(key(file, 1));
    world.passes(Duration.ofHours(25));
    world.delivery().steps().releaseDue();
    world.delivery().steps().release(new GroupId(file, 1));

    assertThat(world.list("select id from response")).isEmpty();
    world.assertThatRequest(key(file, 1)).is(DRAFTED);
    assertThat(world.approvals().decisions().expire()).isZero();
  }

  @Test
  void a_draft_that_was_changed_in_the_table_is_not_released() {
    FileId file = world.delivery().takes(1);
    world.approvals().twoApprove(key(file, 1));
    world.tampering().sql("update draft set sha256 = decode(repeat('00', 32), 'hex')").update();
    world.passes(Duration.ofHours(7));
    world.delivery().steps().releaseDue();

    assertThatThrownBy(() -> world.delivery().steps().release(new GroupId(file, 1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("D406_MANIFEST_CHANGED");
    assertThat(world.list("select id from response")).isEmpty();
  }

  @Test
  void the_database_rejects_a_second_answer_to_a_request() {
    FileId file = world.delivery().takes(1);
    world.approvals().twoApprove(key(file, 1));
    world.passes(Duration.ofHours(7));
    world.delivery().runs();

    assertThatThrownBy(
            () ->
                world
                    .jdbc()
                    .sql(
                        "insert into response_item select request, response_id, 2, outcome, item_sha256, item_sealed from response_item")
                    .update())
        .isInstanceOf(DuplicateKeyException.class);
    assertThatThrownBy(() -> world.jdbc().sql("delete from response_item").update())
        .rootCause()
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
  }
}
