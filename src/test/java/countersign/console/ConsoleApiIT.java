package countersign.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import countersign.access.Accounts;
import countersign.access.Role;
import countersign.ledger.LedgerReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The published calls: what they answer, to whom, and how they say no. */
@SpringBootTest(
    classes = ConsoleSlice.class,
    properties = "countersign.slice=console",
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ConsoleApiIT {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;
  @Autowired private FakeDesk desk;
  @Autowired private FakeStops stops;
  @Autowired private LedgerReader ledger;
  @Autowired private ConsoleSlice.PlayedHeldFiles held;

  /** What came back. */
  record Answer(int status, String type, JsonNode body) {
    String code() {
      return body.path("code").asText();
    }
  }

  @BeforeEach
  void begin() {
    if (jdbc.sql("select count(*) from file").query(Long.class).single() == 0) {
      ConsoleWorld.fill(jdbc);
    }
    stops.clear();
    held.decided().clear();
    desk.clear();
    desk.put(ConsoleWorld.drafted("R-000001"));
    desk.put(ConsoleWorld.endorsed("R-000002", "adams"));
  }

  @Test
  void files_are_told_with_counts_codes_and_times() throws Exception {
    Answer all = get("oscar", Role.OPERATOR, "/files");
    assertThat(all.status()).isEqualTo(200);
    assertThat(all.body()).hasSize(4);

    Answer one = get("oscar", Role.OPERATOR, "/files/" + ConsoleWorld.FILE);
    assertThat(one.body())
        .isEqualTo(
            JSON.readTree(
                """
                {"id":"DHS-ICE_T_20261124_0001","partner":"dhs-ice","state":"IN_PROGRESS","requests":6,
                 "counts":{"REFUSED":1,"HELD":1,"TAKEN":3,"ANSWERED":1},"codes":[],
                 "times":{"receivedAt":"2026-11-24T14:00:00Z","judgedAt":"2026-11-24T14:00:02Z",
                  "acknowledgedAt":"2026-11-24T14:00:05Z","movedAt":"2026-11-24T14:00:06Z","answeredAt":null}}
                """));

    Answer held = get("oscar", Role.OPERATOR, "/files?state=HELD");
    assertThat(held.body().findValuesAsText("id")).containsExactly(ConsoleWorld.HELD);
    assertThat(held.body().get(0).path("codes").get(0).asText()).isEqualTo("F113_LARGE_VOLUME");
  }

  @Test
  void reviewers_see_every_state_and_operators_four_words() throws Exception {
    Answer file = get("adams", Role.FIRST_REVIEWER, "/files/" + ConsoleWorld.FILE);
    assertThat(file.body().path("counts").path("DRAFTED").asInt()).isOne();
    assertThat(file.body().path("counts").path("DELIVERED").asInt()).isEqualTo(2);

    Answer early = get("oscar", Role.OPERATOR, request("R-000005"));
    assertThat(early.body().path("state").asText())
        .as("delivered, but others of its group are not answered")
        .isEqualTo("TAKEN");
    Answer whole = get("oscar", Role.OPERATOR, request("R-000006"));
    assertThat(whole.body().path("state").asText()).isEqualTo("ANSWERED");
    Answer refused = get("sam", Role.SUBMITTER, request("R-000003"));
    assertThat(refused.body())
        .isEqualTo(
            JSON.readTree(
                """
                {"fileId":"DHS-ICE_T_20261124_0001","requestId":"R-000003","state":"REFUSED","codes":["R203_ADDRESS_INCOMPLETE"]}
                """));
  }

  @Test
  void a_reviewer_sees_what_waits_and_exactly_what_would_leave() throws Exception {
    Answer list = get("adams", Role.FIRST_REVIEWER, "/work-list");
    String sha256 = ConsoleWorld.sha256(ConsoleWorld.item("R-000001"));
    assertThat(list.body())
        .isEqualTo(
            JSON.readTree(
                """
                [{"fileId":"DHS-ICE_T_20261124_0001","requestId":"R-000001","state":"DRAFTED","draftSha256":"%s",
                  "draftedAt":"2026-11-24T14:02:00Z","lapsesAt":null}]
                """
                    .formatted(sha256)));

    Answer one = get("adams", Role.FIRST_REVIEWER, request("R-000001"));
    assertThat(one.body().path("draftSha256").asText()).isEqualTo(sha256);
    byte[] draft = Base64.getDecoder().decode(one.body().path("draft").asText());
    assertThat(draft).isEqualTo(ConsoleWorld.item("R-000001"));
    assertThat(one.body().path("asked").path("request").path("case").path("number").asText())
        .isEqualTo("HSI-2026-004411");
    assertThat(one.body().path("evidence").path("strategy").asText()).isEqualTo("TIN");
    assertThat(one.body().path("approvals")).isEmpty();
  }

  @Test
  void two_people_sign_the_same_bytes() throws Exception {
    Answer first = decide("adams", Role.FIRST_REVIEWER, "R-000001", "endorse");
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.body().path("state").asText()).isEqualTo("ENDORSED");

    Answer second = decide("baker", Role.COUNTERSIGNER, "R-000001", "countersign");
    assertThat(second.body().path("state").asText()).isEqualTo("COUNTERSIGNED");
  }

  @Test
  void the_same_person_is_refused_whoever_they_are() throws Exception {
    desk.put(ConsoleWorld.endorsed("R-000002", "cole"));
    Answer same =
        decide("cole", "R-000002", "countersign", Role.FIRST_REVIEWER, Role.COUNTERSIGNER);
    assertThat(same.status()).isEqualTo(403);
    assertThat(same.type()).startsWith("application/problem+json");
    assertThat(same.body())
        .isEqualTo(
            JSON.readTree(
                """
                {"type":"urn:countersign:D404_SAME_APPROVER","title":"Both approvals would be by the same person.","status":403,
                 "detail":"D404_SAME_APPROVER  Request DHS-ICE_T_20261124_0001/R-000002: both approvals would be by cole, who endorsed it at 2026-11-24T14:20:00Z. A second, different reviewer must approve before 2026-11-25T14:20:00Z, when the first approval lapses. Nothing was released.",
                 "instance":"/api/v1/requests/DHS-ICE_T_20261124_0001/R-000002/countersign","code":"D404_SAME_APPROVER"}
                """));
  }

  @Test
  void another_draft_is_a_conflict_that_shows_the_new_one() throws Exception {
    String body =
        "{\"draftSha256\":\"%s\",\"reason\":\"agrees\",\"identifiesInformant\":false,\"impairsInvestigation\":false}"
            .formatted("00".repeat(32));
    Answer stale = post("adams", request("R-000001") + "/endorse", body, Role.FIRST_REVIEWER);
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.code()).isEqualTo("D406_MANIFEST_CHANGED");
    assertThat(stale.body().path("draftSha256").asText())
        .isEqualTo(ConsoleWorld.sha256(ConsoleWorld.item("R-000001")));

    Answer state = decide("adams", Role.FIRST_REVIEWER, "R-000002", "endorse");
    assertThat(state.status()).isEqualTo(409);
    assertThat(state.code()).isEqualTo("C409_OTHER_STATE");
    assertThat(state.body().path("state").asText()).isEqualTo("ENDORSED");
    assertThat(state.body().path("draftSha256").asText())
        .isEqualTo(ConsoleWorld.sha256(ConsoleWorld.item("R-000002")));
  }

  @Test
  void a_question_or_a_reason_left_out_is_not_guessed() throws Exception {
    String sha256 = ConsoleWorld.sha256(ConsoleWorld.item("R-000001"));
    String path = request("R-000001") + "/endorse";
    Answer question =
        post(
            "adams",
            path,
            "{\"draftSha256\":\"%s\",\"reason\":\"agrees\",\"identifiesInformant\":false}"
                .formatted(sha256),
            Role.FIRST_REVIEWER);
    assertThat(question.status()).isEqualTo(422);
    assertThat(question.code()).isEqualTo("C422_QUESTION_UNANSWERED");
    Answer reason =
        post(
            "adams",
            path,
            "{\"draftSha256\":\"%s\",\"reason\":\" \",\"identifiesInformant\":false,\"impairsInvestigation\":false}"
                .formatted(sha256),
            Role.FIRST_REVIEWER);
    assertThat(reason.status()).isEqualTo(422);
    assertThat(reason.code()).isEqualTo("C422_NO_REASON");
    Answer no = post("baker", request("R-000001") + "/refuse", "{}", Role.COUNTERSIGNER);
    assertThat(no.status()).isEqualTo(422);
  }

  @Test
  void a_refusal_by_either_is_final() throws Exception {
    Answer no =
        post(
            "baker",
            request("R-000002") + "/refuse",
            "{\"reason\":\"The officer left the case\"}",
            Role.COUNTERSIGNER);
    assertThat(no.status()).isEqualTo(200);
    assertThat(no.body().path("state").asText()).isEqualTo("DECLINED");
    Answer late = decide("baker", Role.COUNTERSIGNER, "R-000002", "countersign");
    assertThat(late.status()).isEqualTo(409);
  }

  @Test
  void what_is_not_there_and_what_is_malformed_is_said_without_repeating_it() throws Exception {
    assertThat(get("oscar", Role.OPERATOR, "/files/DHS-ICE_T_20261124_9999").code())
        .isEqualTo("C404_UNKNOWN");
    assertThat(get("adams", Role.FIRST_REVIEWER, request("R-999999")).status()).isEqualTo(404);
    assertThat(get("adams", Role.FIRST_REVIEWER, "/requests/nonsense/secret-name").status())
        .isEqualTo(404);
    Answer malformed =
        post("adams", request("R-000001") + "/endorse", "{\"Maria\": oops", Role.FIRST_REVIEWER);
    assertThat(malformed.status()).isEqualTo(400);
    assertThat(malformed.body())
        .isEqualTo(
            JSON.readTree(
                """
                {"type":"urn:countersign:C400_MALFORMED","title":"The call is not of the published form.","status":400,
                 "detail":"See /v3/api-docs for the form of this call.",
                 "instance":"/api/v1/requests/DHS-ICE_T_20261124_0001/R-000001/endorse","code":"C400_MALFORMED"}
                """));
    assertThat(get("oscar", Role.OPERATOR, "/files?state=WRONG").status()).isEqualTo(400);
  }

  @Test
  void queues_and_people_stand_beside_each_other() throws Exception {
    ConsoleWorld.password(accounts, "adams", Role.FIRST_REVIEWER);
    Answer queues = get("oscar", Role.OPERATOR, "/queues");
    assertThat(queues.body().findValuesAsText("queue"))
        .containsExactly(
            "read",
            "judge",
            "acknowledge",
            "lookup",
            "endorse",
            "countersign",
            "release",
            "seal",
            "deliver");
    JsonNode lookup = queues.body().get(3);
    assertThat(lookup.path("depth").asInt()).isOne();
    assertThat(lookup.path("consumers").asInt()).isEqualTo(2);
    assertThat(queues.body().get(4).path("kind").asText()).isEqualTo("PEOPLE");
    assertThat(queues.body().get(4).path("consumers").asInt()).isPositive();
  }

  @Test
  void parked_work_goes_on_only_with_a_reason_that_is_kept_beside_the_ledger() throws Exception {
    String id = ConsoleWorld.FILE + "/77";
    ConsoleWorld.work(jdbc, "seal", id, "PARKED", 20, "D409_CRYPTO");
    Answer parked = get("oscar", Role.OPERATOR, "/parked");
    assertThat(parked.body().findValuesAsText("cause")).contains("D409_CRYPTO");

    String body = "{\"queue\":\"seal\",\"id\":\"%s\",\"reason\":\"%s\"}";
    Answer silent = post("oscar", "/parked/retry", body.formatted(id, ""), Role.OPERATOR);
    assertThat(silent.status()).isEqualTo(422);
    Answer again = post("oscar", "/parked/retry", body.formatted(id, "new key"), Role.OPERATOR);
    assertThat(again.status()).isEqualTo(200);
    Answer twice = post("oscar", "/parked/retry", body.formatted(id, "new key"), Role.OPERATOR);
    assertThat(twice.status()).isEqualTo(409);
    assertThat(ledger.history(id)).extracting(event -> event.verb().word()).contains("retry");
    assertThat(ledger.history(id)).noneMatch(event -> event.facts().containsValue("new key"));
    assertThat(
            jdbc.sql("select account || ': ' || words from remark where subject = ?")
                .param(id)
                .query(String.class)
                .list())
        .containsExactly("oscar: new key");
    jdbc.sql("delete from work where id = ?").param(id).update();
  }

  @Test
  void a_hold_is_set_by_one_person_and_lifted_by_another() throws Exception {
    Answer set = post("carla", "/holds", "{\"reason\":\"court order\"}", Role.COUNSEL);
    assertThat(set.status()).isEqualTo(201);
    assertThat(set.body().path("scope").asText()).isEqualTo("ALL");
    long id = set.body().path("id").asLong();

    String lift = "/holds/" + id + "/lift";
    Answer own = post("carla", lift, "{\"reason\":\"over\"}", Role.COUNSEL);
    assertThat(own.status()).isEqualTo(403);
    Answer other = post("petra", lift, "{\"reason\":\"order was stayed\"}", Role.PRIVACY_OFFICER);
    assertThat(other.status()).isEqualTo(200);
    assertThat(other.body().path("liftedBy").asText()).isEqualTo("petra");
    assertThat(get("carla", Role.COUNSEL, "/holds").body()).hasSize(1);
    Answer nothing = post("carla", "/holds", "{\"scope\":\"FILE\",\"reason\":\"x\"}", Role.COUNSEL);
    assertThat(nothing.status()).isEqualTo(400);
  }

  @Test
  void a_held_file_is_decided_and_a_quarantined_one_judged_again() throws Exception {
    String held = "/files/" + ConsoleWorld.HELD;
    Answer taken = post("carla", held + "/take", "{\"reason\":\"seen\"}", Role.COUNSEL);
    assertThat(taken.status()).isEqualTo(200);
    assertThat(this.held.decided()).containsExactly("take " + ConsoleWorld.HELD + " by carla");
    Answer done =
        post("carla", "/files/" + ConsoleWorld.FILE + "/take", "{\"reason\":\"x\"}", Role.COUNSEL);
    assertThat(done.status()).isEqualTo(409);
    Answer judged =
        post(
            "oscar",
            "/files/" + ConsoleWorld.QUARANTINED + "/judge",
            "{\"reason\":\"disk is back\"}",
            Role.OPERATOR);
    assertThat(judged.status()).isEqualTo(200);
    assertThat(
            jdbc.sql("select count(*) from work where stage = 'judge' and id = ?")
                .param(ConsoleWorld.QUARANTINED)
                .query(Long.class)
                .single())
        .isOne();
  }

  @Test
  void the_calls_are_described() throws Exception {
    HttpResponse<String> described =
        HTTP.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v3/api-docs")).build(),
            HttpResponse.BodyHandlers.ofString());
    JsonNode docs = JSON.readTree(described.body());
    assertThat(docs.path("openapi").asText()).startsWith("3.");
    assertThat(docs.path("paths").fieldNames())
        .toIterable()
        .contains(
            "/api/v1/files",
            "/api/v1/files/{fileId}",
            "/api/v1/work-list",
            "/api/v1/requests/{fileId}/{requestId}",
            "/api/v1/requests/{fileId}/{requestId}/endorse",
            "/api/v1/requests/{fileId}/{requestId}/countersign",
            "/api/v1/requests/{fileId}/{requestId}/refuse",
            "/api/v1/queues",
            "/api/v1/holds",
            "/api/v1/holds/{id}/lift");
    docs.path("paths")
        .forEach(
            path -> path.forEach(call -> assertThat(call.path("summary").asText()).isNotEmpty()));
  }

  private static String request(String requestId) {
    return "/requests/" + ConsoleWorld.FILE + "/" + requestId;
  }

  private Answer decide(String user, Role role, String requestId, String step) throws Exception {
    return decide(user, requestId, step, role);
  }

  private Answer decide(String user, String requestId, String step, Role... roles)
      throws Exception {
    String sha256 = ConsoleWorld.sha256(ConsoleWorld.item(requestId));
    Map<String, Object> body =
        Map.of(
            "draftSha256",
            sha256,
            "reason",
            "Everything agrees",
            "identifiesInformant",
            false,
            "impairsInvestigation",
            false);
    return post(user, request(requestId) + "/" + step, JSON.writeValueAsString(body), roles);
  }

  private Answer get(String user, Role role, String path) throws Exception {
    return send(request(user, path, role).GET().build());
  }

  private Answer post(String user, String path, String body, Role... roles) throws Exception {
    return send(
        request(user, path, roles)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private HttpRequest.Builder request(String user, String path, Role... roles) {
    String pair = user + ":" + ConsoleWorld.password(accounts, user, roles);
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
        .header("Authorization", "Basic " + basic);
  }

  private static Answer send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    List<String> types = answer.headers().allValues("content-type");
    String body = answer.body();
    return new Answer(
        answer.statusCode(),
        types.isEmpty() ? "" : types.get(0),
        body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body));
  }
}
