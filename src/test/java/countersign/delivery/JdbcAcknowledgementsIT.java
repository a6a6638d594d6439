package countersign.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.Proves;
import countersign.lifecycle.LifecycleFixtures;
import countersign.lifecycle.WorkQueue;
import countersign.pgp.EnvelopeRefused;
import countersign.request.AcknowledgementId;
import countersign.request.Actor;
import countersign.request.FileId;
import countersign.request.Held;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.testkit.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R21: an acknowledgement reports everything about the requests and nothing about any record. */
@Proves("R21")
class JdbcAcknowledgementsIT {
  @TempDir Path keys;
  private World world;

  @BeforeEach
  void a_gateway_starts() {
    world = new World(keys);
  }

  @Test
  void an_acknowledgement_lists_every_code_of_every_rejected_request() throws IOException {
    FileId file =
        world
            .intake()
            .arrives(
                1,
                4,
                line ->
                    line.contains("R-000002")
                        ? line.replaceAll("\"surname\":\"[^\"]*\",", "")
                            .replaceAll("\"reason\":\"[^\"]*\",", "")
                        : line.contains("R-000003") ? line.replace("APT 3", "County Jail") : line);
    uploads(file);

    String hash = world.list("select encode(sealed_sha256, 'hex') from file").get(0);
    assertThat(world.delivery().opened(file + ".ack.001.json.pgp", world.keys().agency()))
        .isEqualTo(
            "{\"format\":\"countersign/1\",\"fileId\":\"DHS-ICE_T_20261124_0001\",\"number\":1,"
                + "\"receivedAt\":\"2026-11-24T15:00:00Z\",\"answeredAt\":\"2026-11-24T15:00:00Z\",\"sealedSha256\":\""
                + hash
                + "\",\"result\":\"ACCEPTED\",\"fileCodes\":[],\"fileDetails\":[],"
                + "\"counts\":{\"requests\":4,\"refused\":1,\"held\":1,\"taken\":2},"
                + "\"refused\":[{\"requestId\":\"R-000002\",\"codes\":[\"R201_NAME_MISSING\",\"R211_REASON_MISSING\"]}],"
                + "\"held\":[{\"requestId\":\"R-000003\",\"codes\":[\"R215_IN_CUSTODY_REVIEW\"]}],"
                + "\"answerBy\":\"2026-12-24\"}");
    assertThat(world.work("lookup")).containsExactly(file + "/1");
    assertThat(world.list("select verb from event where subject like '%.ack.001'"))
        .containsExactly("acknowledge", "dispatch", "deliver");
  }

  @Test
  void only_the_agency_can_decrypt_an_acknowledgement() {
    FileId file = world.intake().arrives(1, 1, line -> line);
    uploads(file);

    assertThatThrownBy(
            () -> world.delivery().opened(file + ".ack.001.json.pgp", world.keys().officer()))
        .isInstanceOf(EnvelopeRefused.class);
  }

  @Test
  void an_acknowledgement_answers_a_file_whose_requests_are_all_rejected() throws IOException {
    FileId file =
        world.intake().arrives(1, 2, line -> line.replaceAll("\"reason\":\"[^\"]*\",", ""));
    uploads(file);

    assertThat(world.delivery().opened(file + ".ack.001.json.pgp", world.keys().agency()))
        .contains("\"refused\":2,\"held\":0,\"taken\":0")
        .doesNotContain("answerBy");
    assertThat(world.list("select state from file")).containsExactly("ANSWERED");
  }

  @Test
  void an_acknowledgement_that_no_key_can_seal_is_held_until_a_key_can_be_used_again()
      throws IOException {
    FileId file = world.intake().arrives(1, 1, line -> line);
    AcknowledgementId id = new AcknowledgementId(file, 1);
    Path agency = keys.resolve("agency.asc");
    byte[] key = Files.readAllBytes(agency);
    Files.writeString(agency, "hello\n");

    assertThatThrownBy(() -> world.delivery().steps().acknowledge(id))
        .isInstanceOfSatisfying(
            Held.class, e -> assertThat(e.code()).isEqualTo(ReasonCode.D409_CRYPTO))
        .hasMessageContaining("cannot be sealed");
    LifecycleFixtures.workOn(world.database(), world.clock())
        .park(WorkQueue.ACKNOWLEDGE, id.toString(), ReasonCode.D409_CRYPTO.name());
    world.delivery().steps().releaseDue();
    assertThat(world.work("acknowledge")).as("while no key can be used").isEmpty();
    Files.write(agency, key);
    world.delivery().steps().releaseDue();

    assertThat(world.work("acknowledge")).containsExactly(id.toString());
    world.delivery().steps().acknowledge(id);
    assertThat(world.work("deliver")).containsExactly(id.toString());
  }

  @Test
  void a_repeated_acknowledge_step_keeps_the_same_bytes() {
    FileId file = world.intake().arrives(1, 1, line -> line);
    world.delivery().steps().acknowledge(new AcknowledgementId(file, 1));
    var first = world.list("select encode(sealed_sha256, 'hex') from acknowledgement");
    world.delivery().steps().acknowledge(new AcknowledgementId(file, 1));

    assertThat(world.list("select encode(sealed_sha256, 'hex') from acknowledgement"))
        .isEqualTo(first);
    assertThat(world.work("acknowledge")).isEmpty();
    assertThat(world.work("deliver")).containsExactly(file + ".ack.001");
  }

  @Test
  void a_second_acknowledgement_reports_counsels_denial_of_a_held_request() throws IOException {
    FileId file =
        world
            .intake()
            .arrives(
                1,
                2,
                line -> line.contains("R-000002") ? line.replace("APT 3", "County Jail") : line);
    uploads(file);

    world
        .intake()
        .heldFiles()
        .deny(
            new RequestKey(file, "R-000002"),
            ReasonCode.A110_COUNSEL_REFUSED,
            Actor.person("clark"),
            "Not lawful");
    String second = file + ".ack.002";
    world.delivery().acknowledges(second);

    assertThat(world.delivery().opened(second + ".json.pgp", world.keys().agency()))
        .contains(
            "{\"requestId\":\"R-000002\",\"codes\":[\"A110_COUNSEL_REFUSED\",\"A112_HOLD_REFUSED\",\"R215_IN_CUSTODY_REVIEW\"]}")
        .doesNotContain("Not lawful", "clark");
  }

  private void uploads(FileId file) {
    world.delivery().acknowledges(file + ".ack.001");
  }
}
