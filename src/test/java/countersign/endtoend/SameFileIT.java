package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import countersign.testkit.RequestFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A file is answered only once, however often and under whatever names it is sent. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameFileIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir static Path folder;

  private WholeGateway gateway;
  private PlayedPartner partner;
  private Desk desk;

  @BeforeAll
  void starts() throws Exception {
    gateway = WholeGateway.quick(folder.resolve("demo"));
    partner = PlayedPartner.of(gateway);
    desk = new Desk(gateway);
  }

  @AfterAll
  void stops() {
    if (gateway != null) {
      gateway.close();
    }
  }

  @Test
  void a_file_sent_again_gets_the_same_acknowledgement_byte_for_byte() throws Exception {
    RequestFile file = partner.asksAbout(1);
    byte[] sealed = partner.seals(file.bytes());
    partner.drops(file.name(), sealed);
    partner.countsOn();
    byte[] first = partner.sealedAcknowledgementOf(file.id());
    partner.awaitsIn("archive", file.name());
    Files.delete(partner.outbox(file.id() + ".ack.001.json.pgp")); // the partner has fetched it

    partner.drops(file.name(), sealed);

    assertThat(partner.sealedAcknowledgementOf(file.id())).isEqualTo(first);
    await("the second copy beside the first")
        .atMost(PATIENCE)
        .until(() -> partner.lists("archive", file.name()).size() == 2);
    assertThat(partner.lists("outbox", file.id() + ".ack.002")).isEmpty();
    partner.sendsAGoodFile();
  }

  @Test
  void a_file_sent_again_while_its_acknowledgement_is_in_the_outbox_changes_nothing()
      throws Exception {
    RequestFile file = partner.asksAbout(1);
    byte[] sealed = partner.seals(file.bytes());
    partner.drops(file.name(), sealed);
    partner.countsOn();
    byte[] first = partner.sealedAcknowledgementOf(file.id());
    partner.awaitsIn("archive", file.name());

    partner.drops(file.name(), sealed);

    await("the second copy beside the first")
        .atMost(PATIENCE)
        .until(() -> partner.lists("archive", file.name()).size() == 2);
    assertThat(partner.lists("outbox", file.id() + ".ack")).hasSize(1);
    assertThat(partner.sealedAcknowledgementOf(file.id())).isEqualTo(first);
    partner.sendsAGoodFile();
    assertThat(desk.get("olsen", "/parked").isEmpty()).isTrue();
  }

  @Test
  void the_same_content_under_the_next_number_uses_that_number() throws Exception {
    RequestFile file = partner.asksAbout(1);
    byte[] sealed = partner.seals(file.bytes());
    partner.countsOn();
    RequestFile copy = partner.asksAbout(0);
    partner.drops(file.name(), sealed);
    partner.drops(copy.name(), sealed);
    partner.countsOn();

    JsonNode answer = partner.acknowledgementOf(copy.id());

    assertThat(partner.acknowledgementOf(file.id()).path("result").asString())
        .isEqualTo("ACCEPTED");
    assertDuplicate(answer, "SEEN_CONTENT");
    partner.awaitsIn("rejected", copy.name());
    partner.sendsAGoodFile();
  }

  @Test
  void other_content_under_a_used_number_is_answered_under_a_generated_name() throws Exception {
    RequestFile file = partner.asksAbout(1);
    partner.drops(file.name(), partner.seals(file.bytes()));
    RequestFile other = partner.asksAbout(1);
    partner.countsOn();
    partner.awaitsIn("archive", file.name());
    byte[] sealed = partner.seals(other.bytes());
    partner.drops(file.name(), sealed);

    JsonNode answer = partner.acknowledgementOf(partner.unnamedId(sealed));

    assertThat(answer.path("fileId").isNull()).as(answer.toString()).isTrue();
    assertDuplicate(answer, "USED_ID");
    partner.awaitsIn("rejected", file.name());
    partner.sendsAGoodFile();
  }

  @Test
  void a_request_is_answered_once_however_often_its_file_is_sent() throws Exception {
    RequestFile file = partner.asksAbout(1);
    byte[] sealed = partner.seals(file.bytes());
    partner.drops(file.name(), sealed);
    partner.countsOn();
    partner.acknowledgementOf(file.id());
    partner.drops(file.name(), sealed);
    desk.bothSign(file.id());
    await("a response")
        .atMost(PATIENCE)
        .until(() -> partner.lists("outbox", file.id() + ".rsp").size() == 1);
    List<String> responses = partner.lists("outbox", file.id() + ".rsp");
    byte[] response = Files.readAllBytes(partner.outbox(responses.get(0)));
    await("every request answered")
        .atMost(PATIENCE)
        .until(
            () ->
                desk.get("olsen", "/files/" + file.id())
                    .path("state")
                    .asString()
                    .equals("ANSWERED"));

    partner.drops(file.name(), sealed);
    RequestFile copy = partner.asksAbout(0);
    partner.drops(copy.name(), sealed);
    partner.countsOn();

    assertDuplicate(partner.acknowledgementOf(copy.id()), "SEEN_CONTENT");
    await("every copy filed")
        .atMost(PATIENCE)
        .until(() -> partner.lists("archive", file.name()).size() == 3);
    partner.sendsAGoodFile();
    assertThat(partner.lists("outbox", file.id() + ".rsp")).isEqualTo(responses);
    assertThat(Files.readAllBytes(partner.outbox(responses.get(0)))).isEqualTo(response);
    assertThat(partner.opensAsOfficer(response))
        .containsOnlyOnce("\"type\":\"result\"")
        .contains("\"outcome\":\"DISCLOSED\"");
  }

  @Test
  void a_foreign_file_under_the_gateways_name_is_not_overwritten_and_ours_follows_when_it_is_gone()
      throws Exception {
    RequestFile file = partner.asksAbout(1);
    Path taken = partner.outbox(file.id() + ".ack.001.json.pgp");
    Files.writeString(taken, "not ours");
    partner.drops(file.name(), partner.seals(file.bytes()));
    partner.countsOn();

    await("a person to be asked")
        .atMost(PATIENCE)
        .until(() -> !desk.get("olsen", "/parked").isEmpty());
    JsonNode parked = desk.get("olsen", "/parked").path(0);
    assertThat(parked.path("cause").asString()).isEqualTo("OUTBOX_NAME_TAKEN");
    assertThat(taken).hasContent("not ours");

    Files.delete(taken);
    assertThat(partner.acknowledgementOf(file.id()).path("result").asString())
        .isEqualTo("ACCEPTED");
  }

  private static void assertDuplicate(JsonNode answer, String detail) throws IOException {
    assertThat(answer.path("result").asString()).as(answer.toString()).isEqualTo("REFUSED");
    assertThat(answer.path("fileCodes").toString()).isEqualTo("[\"F104_DUPLICATE_FILE\"]");
    assertThat(answer.path("fileDetails").path(0).path("detail").asString()).isEqualTo(detail);
  }
}
