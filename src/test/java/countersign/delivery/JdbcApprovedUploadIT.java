package countersign.delivery;

import static countersign.testkit.World.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.Proves;
import countersign.request.FileId;
import countersign.request.Held;
import countersign.request.ReasonCode;
import countersign.request.ResponseId;
import countersign.testkit.DeliveryPart;
import countersign.testkit.World;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole approval is checked again before the upload. The gateway remembers what it verified
 * before, so each change is made after release and seal have verified the same approval.
 */
@Proves("R51")
class JdbcApprovedUploadIT {
  @TempDir Path keys;
  private World world;
  private SealCheats cheats;
  private ResponseId response;

  @BeforeEach
  void a_response_is_sealed() {
    world = new World(keys);
    cheats = new SealCheats(world);
    world.approvals().holds(1);
    FileId file = world.delivery().takes(1);
    world.approvals().twoApprove(key(file, 1));
    world.passes(Duration.ofHours(7));
    response = cheats.seals(file);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from approval where step = 'ENDORSE'",
        "update approval set signature = sha512(signature) where step = 'COUNTERSIGN'",
        "update approval set key_id = (select key_id from approval where step = 'ENDORSE')",
        "update approval set step = 'ENDORSE'",
        "update draft set generation = generation + 1",
        "update file set partner = 'another'",
        "update file set requester = 'adams'",
        "delete from event where verb = 'countersign'",
        "insert into event (subject, verb, at, bytes) select subject, verb, at, bytes from event where verb = 'endorse'",
        "insert into approval (id, step, account, draft_sha256, reason_sealed, at) select id, 'DECLINE', account, draft_sha256, reason_sealed, at from approval where step = 'ENDORSE'"
      })
  void what_two_people_did_not_approve_any_more_is_not_uploaded(String change) {
    cheats.superuser(change);

    assertThatThrownBy(() -> world.delivery().steps().dispatch(response))
        .isInstanceOfSatisfying(
            Held.class,
            held ->
                assertThat(held.code())
                    .isIn(
                        ReasonCode.D411_APPROVAL_NOT_VERIFIED, ReasonCode.D412_SEAL_NOT_VERIFIED));
    assertThat(world.list("select state from response")).containsExactly("SEALED");
  }

  @Test
  void the_message_names_the_request_and_the_cause() {
    cheats.superuser("delete from approval where step = 'ENDORSE'");

    assertThatThrownBy(() -> world.delivery().steps().dispatch(response))
        .isInstanceOf(Held.class)
        .hasMessageContaining(
            "(DHS-ICE_T_20261124_0001/R-000001: NOT_SIGNED). Nothing was uploaded.");
  }

  @Test
  void what_two_people_approved_is_uploaded() {
    SealedFile sealed = world.delivery().steps().dispatch(response);

    assertThat(DeliveryPart.bytes(sealed)).isNotEmpty();
    assertThat(world.list("select state from response")).containsExactly("UPLOADING");
  }
}
