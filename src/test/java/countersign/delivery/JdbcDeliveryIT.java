package countersign.delivery;

import static countersign.approval.ApprovalFixtures.ADAMS;
import static countersign.request.RequestState.DECLINED;
import static countersign.request.RequestState.DELIVERED;
import static countersign.testkit.World.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.Proves;
import countersign.authority.TestAuthority;
import countersign.crypto.Sha256;
import countersign.lifecycle.UnexpectedState;
import countersign.pgp.EnvelopeRefused;
import countersign.request.FileId;
import countersign.request.GroupId;
import countersign.request.ResponseId;
import countersign.request.Unavailable;
import countersign.testkit.DeliveryPart;
import countersign.testkit.World;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Delivery from a taken file to the outbox: the contents, times and recipients of responses. */
@Proves("R55")
class JdbcDeliveryIT {
  @TempDir Path keys;
  private World world;

  @BeforeEach
  void a_gateway_starts() {
    world = new World(keys);
    world.approvals().holds(1);
    world.approvals().holds(3);
    world.approvals().holds(4);
  }

  @Test
  void a_disclosure_is_sent_at_a_release_time_and_everything_else_at_the_deadline()
      throws IOException {
    world.passes(Duration.ofMinutes(1));
    FileId file = world.delivery().takes(4);
    world.approvals().twoApprove(key(file, 1));
    world.approvals().decisions().deny(key(file, 3), ADAMS, "Not what was asked.");
    world.delivery().runs();
    assertThat(world.delivery().responses()).as("between two release times").isEmpty();

    world.passes(Duration.ofHours(7));
    world.delivery().runs();

    String first = world.delivery().responses().get(0);
    assertThat(first).matches("DHS-ICE_T_20261124_0001\\.rsp\\.[A-Z2-7]{8}\\.ndjson\\.pgp");
    assertThat(results(first, "DISCLOSED")).hasSize(1);
    assertThat(results(first, "NOT_DISCLOSED")).isEmpty();
    world.assertThatRequest(key(file, 1)).is(DELIVERED);
    world.assertThatRequest(key(file, 3)).is(DECLINED);

    world.passes(Duration.ofDays(31));
    world.delivery().runs();

    String last = world.delivery().responses().get(1);
    assertThat(results(last, "DISCLOSED")).isEmpty();
    assertThat(results(last, "NOT_DISCLOSED"))
        .as("no record, a refusal and nobody's decision look alike")
        .hasSize(3)
        .allMatch(
            line ->
                line.replaceAll("[0-9a-f]{32}|R-[0-9]{6}", "")
                    .equals(
                        "{\"type\":\"result\",\"requestId\":\"\",\"nonce\":\"\",\"outcome\":\"NOT_DISCLOSED\",\"code\":\"M399_NOT_DISCLOSED\"}"));
    assertThat(world.list("select state from file")).containsExactly("ANSWERED");
    assertThat(world.work("endorse")).isEmpty();
  }

  @Test
  void a_response_follows_the_exchange_profile_and_has_a_padded_length() throws IOException {
    FileId file = world.delivery().takes(4);
    world.approvals().twoApprove(key(file, 1));
    world.passes(Duration.ofHours(7));
    world.delivery().runs();

    String text =
        world.delivery().opened(world.delivery().responses().get(0), world.keys().officer());
    List<String> lines = text.lines().toList();
    assertThat(text).hasSize(4_096).endsWith("\n");
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0))
        .matches(
            "\\{\"type\":\"header\",\"format\":\"countersign/1\",\"responseId\":\"DHS-ICE_T_20261124_0001\\.rsp\\.[A-Z2-7]{8}\","
                + "\"fileId\":\"DHS-ICE_T_20261124_0001\",\"officers\":\\[\"OFF-0401\"],\"label\":\"FEDERAL TAX INFORMATION - 26 USC 6103\","
                + "\"use\":\"Solely for the officers named and the criminal matter stated\\. No redisclosure\\.\",\"reviewBy\":\"2027-05-23\","
                + "\"ledger\":\\{\"size\":[0-9]+,\"root\":\"[0-9a-f]{64}\"},\"notice\":\"SYNTHETIC TEST DATA\"}");
    assertThat(lines.get(1)).contains("\"line1\":\"1 ELM RD\"").doesNotContain("OAK");
    assertThat(lines.get(2))
        .startsWith("{\"type\":\"trailer\",\"resultCount\":1,\"bodySha256\":\"")
        .contains(
            Sha256.hex(
                (lines.get(0) + "\n" + lines.get(1) + "\n")
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  @Test
  void only_the_named_officer_can_decrypt_a_response() {
    FileId file = world.delivery().takes(1);
    world.approvals().twoApprove(key(file, 1));
    world.passes(Duration.ofHours(7));
    world.delivery().runs();

    assertThatThrownBy(
            () ->
                world.delivery().opened(world.delivery().responses().get(0), world.keys().agency()))
        .isInstanceOf(EnvelopeRefused.class);
    assertThatThrownBy(
            () ->
                world
                    .delivery()
                    .opened(world.delivery().responses().get(0), world.keys().gateway()))
        .isInstanceOf(EnvelopeRefused.class);
  }

  @Test
  void the_approved_bytes_are_sent_and_accounted_for() throws IOException {
    FileId file = world.delivery().takes(1);
    String signed = world.approvals().hash(key(file, 1));
    world.approvals().twoApprove(key(file, 1));
    world.passes(Duration.ofHours(7));
    world.delivery().runs();

    String item = results(world.delivery().responses().get(0), "DISCLOSED").get(0);
    assertThat(Sha256.hex(item.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .isEqualTo(signed);
    assertThat(world.accounting().entries(file))
        .filteredOn(entry -> entry.kind().name().equals("DISPOSITION"))
        .singleElement()
        .satisfies(
            entry ->
                assertThat(entry.json())
                    .contains(signed, "\"DISCLOSED\"", "adams", "baker", "Alex Sample"));
  }

  @Test
  void every_repeated_step_changes_nothing() {
    FileId file = world.delivery().takes(2);
    world.approvals().twoApprove(key(file, 1));
    world.passes(Duration.ofHours(7));
    assertThat(world.delivery().steps().releaseDue()).isEqualTo(1);
    assertThat(world.delivery().steps().releaseDue()).isZero();
    world.delivery().steps().release(new GroupId(file, 1));
    world.delivery().steps().release(new GroupId(file, 1));
    String id = world.list("select id from response").get(0);
    assertThatThrownBy(() -> world.delivery().steps().seal(ResponseId.parse(id)))
        .isInstanceOfSatisfying(
            Unavailable.class, e -> assertThat(e.causeCode()).isEqualTo("NOT_COVERED"));
    world.delivery().sealLedger();
    world.delivery().steps().seal(ResponseId.parse(id));
    List<String> hash = world.list("select encode(sealed_sha256, 'hex') from response");
    world.delivery().steps().seal(ResponseId.parse(id));
    world.delivery().sealLedger();
    world.journal().foldersWait(TestAuthority.PARTNER);
    assertThatThrownBy(() -> world.delivery().steps().dispatch(ResponseId.parse(id)))
        .isInstanceOfSatisfying(
            Unavailable.class, e -> assertThat(e.causeCode()).isEqualTo("FOLDERS_NOT_COMPARED"));
    world.journal().foldersCompared(TestAuthority.PARTNER);
    SealedFile sealed = world.delivery().steps().dispatch(ResponseId.parse(id));
    assertThatThrownBy(() -> world.delivery().steps().dispatch(ResponseId.parse(id)))
        .isInstanceOfSatisfying(
            Unavailable.class, e -> assertThat(e.causeCode()).isEqualTo("UPLOAD_UNDER_WAY"));
    world.delivery().steps().uploadEnded(ResponseId.parse(id));
    assertThat(DeliveryPart.bytes(world.delivery().steps().dispatch(ResponseId.parse(id))))
        .isEqualTo(DeliveryPart.bytes(sealed));
    world.delivery().steps().deliver(sealed);
    world.delivery().steps().deliver(sealed);

    assertThatThrownBy(() -> world.delivery().steps().dispatch(ResponseId.parse(id)))
        .isInstanceOf(UnexpectedState.class);
    assertThat(world.list("select encode(sealed_sha256, 'hex') from response")).isEqualTo(hash);
    assertThat(world.list("select verb from event where subject = ? order by id", id))
        .containsExactly("release", "seal", "dispatch", "deliver");
    assertThat(world.list("select stage from work where id = ?", id)).isEmpty();
    assertThat(world.work("release")).as("nothing waited for this delivery").isEmpty();
  }

  @Test
  void a_last_response_that_waited_for_a_delivery_is_queued_by_it() {
    FileId file = world.delivery().takes(2);
    world.approvals().twoApprove(key(file, 1));
    world.passes(Duration.ofHours(7));
    GroupId group = new GroupId(file, 1);
    world.delivery().steps().releaseDue();
    world.delivery().steps().release(group);
    world.delivery().sealLedger();
    ResponseId first = ResponseId.parse(world.list("select id from response").get(0));
    world.delivery().steps().seal(first);
    world.delivery().sealLedger();
    SealedFile sealed = world.delivery().steps().dispatch(first);
    world.passes(Duration.ofDays(31));
    assertThat(world.delivery().steps().releaseDue()).as("the upload has not ended").isZero();

    world.delivery().steps().deliver(sealed);

    assertThat(world.work("release")).containsExactly(group.toString());
  }

  @Test
  void environment_t_sends_negatives_when_all_is_decided_but_not_at_once() throws IOException {
    var slow = TestAuthority.schedule(Duration.ofSeconds(2));
    world =
        new World(
            keys,
            new countersign.authority.Schedule(
                slow.releaseTimes(),
                slow.releaseEvery(),
                slow.answerWithin(),
                true,
                slow.decideHeldWithin(),
                slow.approvalLapses(),
                slow.reviewAfter(),
                slow.reviewingFloor(),
                false));
    FileId file = world.delivery().takes(2);
    world.delivery().runs();
    assertThat(world.delivery().responses()).isEmpty();

    world.passes(Duration.ofSeconds(10));
    world.delivery().runs();

    assertThat(results(world.delivery().responses().get(0), "NOT_DISCLOSED")).hasSize(2);
    assertThat(world.list("select state from file where id = ?", file.value()))
        .containsExactly("ANSWERED");
  }

  private List<String> results(String name, String outcome) throws IOException {
    return world
        .delivery()
        .opened(name, world.keys().officer())
        .lines()
        .filter(line -> line.contains("\"outcome\":\"" + outcome + "\""))
        .toList();
  }
}
