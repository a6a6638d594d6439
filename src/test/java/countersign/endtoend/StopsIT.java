package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import countersign.testkit.RequestFile;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * One person can stop every disclosure; only two different people who approve the same draft can
 * release one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StopsIT {
  private static final ObjectMapper JSON = new ObjectMapper();
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
  void nothing_is_released_under_a_stop_until_another_person_lifts_it() throws Exception {
    String file = arrives();
    desk.signs("adams", "endorse", file);
    long hold = stopsEverything("clark");
    desk.signs("baker", "countersign", file);

    await("nothing to leave, over several release times")
        .during(Duration.ofSeconds(8))
        .atMost(Duration.ofSeconds(12))
        .until(() -> partner.lists("outbox", file + ".rsp").isEmpty());
    assertThat(lifts("clark", hold).statusCode()).as("proposes").isEqualTo(200);
    assertThat(lifts("clark", hold).statusCode()).isEqualTo(403);
    assertThat(partner.lists("outbox", file + ".rsp")).isEmpty();

    HttpResponse<String> lifted = lifts("davis", hold);
    assertThat(lifted.statusCode()).as(lifted.body()).isEqualTo(200);

    assertDisclosed(file);
  }

  @Test
  void a_request_that_arrives_under_a_stop_is_acknowledged_and_waits() throws Exception {
    long hold = stopsEverything("olsen");
    String file = arrives();
    desk.bothSign(file);
    await("nothing to leave")
        .during(Duration.ofSeconds(5))
        .atMost(Duration.ofSeconds(10))
        .until(() -> partner.lists("outbox", file + ".rsp").isEmpty());
    lifts("clark", hold);
    lifts("davis", hold);
    assertDisclosed(file);
  }

  @Test
  void one_person_with_both_roles_cannot_sign_twice() throws Exception {
    String file = arrives();
    JsonNode item = desk.waitingFor("evans", file);
    String draft = item.path("draftSha256").asString();
    desk.signs("evans", "endorse", file);

    HttpResponse<String> second = desk.says("evans", "countersign", item, draft);

    assertThat(second.statusCode()).as(second.body()).isEqualTo(403);
    assertThat(partner.lists("outbox", file + ".rsp")).isEmpty();
    desk.signs("baker", "countersign", file);
    assertDisclosed(file);
  }

  @Test
  void a_person_without_the_role_cannot_sign() throws Exception {
    String file = arrives();
    JsonNode item = desk.waitingFor("adams", file);
    String draft = item.path("draftSha256").asString();

    assertThat(desk.says("baker", "endorse", item, draft).statusCode()).isEqualTo(403);
    assertThat(desk.says("olsen", "endorse", item, draft).statusCode()).isEqualTo(403);
    assertThat(desk.says("adams", "countersign", item, draft).statusCode()).isEqualTo(403);
  }

  @Test
  void an_approval_of_another_draft_is_refused_and_the_current_draft_is_named() throws Exception {
    String file = arrives();
    JsonNode item = desk.waitingFor("adams", file);
    String draft = item.path("draftSha256").asString();

    HttpResponse<String> stale = desk.says("adams", "endorse", item, "0".repeat(64));

    assertThat(stale.statusCode()).as(stale.body()).isEqualTo(409);
    assertThat(JSON.readTree(stale.body()).toString()).contains(draft);
    desk.signs("adams", "endorse", file);
    assertThat(desk.says("baker", "countersign", item, "f".repeat(64)).statusCode()).isEqualTo(409);
    desk.signs("baker", "countersign", file);
    assertDisclosed(file);
  }

  @Test
  void a_held_request_continues_when_a_person_accepts_it_and_ends_when_a_person_refuses_it()
      throws Exception {
    RequestFile file = partner.asksAbout(2);
    file.requests().forEach(request -> request.put("protectedStatus", "TPS"));
    partner.drops(file.name(), partner.seals(file.bytes()));
    partner.countsOn();
    assertThat(partner.acknowledgementOf(file.id()).at("/counts/held").asInt()).isEqualTo(2);
    String requests = "/files/" + file.id() + "/requests/";
    String why = "{\"reason\":\"The status has ended.\"}";

    HttpResponse<String> taken = desk.call("clark", requests + "R-000001/take", why);
    HttpResponse<String> refused = desk.call("clark", requests + "R-000002/refuse", why);

    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(200);
    assertThat(desk.call("clark", requests + "R-000001/take", why).statusCode()).isEqualTo(409);
    desk.bothSign(file.id());
    assertDisclosed(file.id());
    await("a further acknowledgement of what was decided")
        .atMost(PATIENCE)
        .until(() -> partner.lists("outbox", file.id() + ".ack.").size() > 1);
  }

  /** Sends a file with one request that has a valid address and is acknowledged as accepted. */
  private String arrives() throws IOException {
    return partner.sendsAGoodFile().path("fileId").asString();
  }

  private long stopsEverything(String account) throws Exception {
    HttpResponse<String> set =
        desk.call(account, "/stops", "{\"scope\":\"ALL\",\"reason\":\"A doubt about the keys.\"}");
    assertThat(set.statusCode()).as(set.body()).isEqualTo(201);
    return JSON.readTree(set.body()).path("id").asLong();
  }

  private HttpResponse<String> lifts(String account, long hold) throws Exception {
    return desk.call(
        account, "/stops/" + hold + "/lift", "{\"reason\":\"The keys were checked.\"}");
  }

  private void assertDisclosed(String file) throws IOException {
    await("the response to " + file)
        .atMost(PATIENCE)
        .until(() -> partner.lists("outbox", file + ".rsp").size() == 1);
    String name = partner.lists("outbox", file + ".rsp").get(0);
    assertThat(partner.opensAsOfficer(Files.readAllBytes(partner.outbox(name))))
        .contains("\"requestId\":\"R-000001\"")
        .contains("\"outcome\":\"DISCLOSED\"");
  }
}
