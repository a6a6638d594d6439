package countersign.console;

import countersign.accounts.Accounts;
import countersign.ledger.LedgerReader;
import countersign.request.Role;
import countersign.request.Verb;
import countersign.testkit.ConsoleCases;
import countersign.testkit.ConsoleData;
import countersign.testkit.World;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Makes calls to the published API with an account of a given role. */
@SpringBootTest(
    classes = ConsoleSlice.class,
    properties = "countersign.slice=console",
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class ApiCalls {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @LocalServerPort private int port;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;
  @Autowired ConsoleCases cases;
  @Autowired World world;
  @Autowired LedgerReader ledger;
  private long newestEvent;

  /** The answer to a call. */
  record Answer(int status, String type, JsonNode body) {
    String code() {
      return body.path("code").asString();
    }
  }

  @BeforeEach
  void begin() {
    world.console().begin();
    newestEvent = world.count("select coalesce(max(id), 0) from event");
  }

  /** Recorded attempts to get past counsel's refusals in this test: step, subject, account. */
  List<String> attempts() {
    return jdbc
        .sql(
            """
            select subject, count(*) filter (where id <= :newest) as earlier from event
            where verb = 'attempt' group by subject having max(id) > :newest
            """)
        .param("newest", newestEvent)
        .query((row, number) -> attempts(row.getString("subject"), row.getLong("earlier")))
        .list()
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private List<String> attempts(String subject, long earlier) {
    return ledger.history(subject).stream()
        .filter(event -> event.verb() == Verb.ATTEMPT)
        .skip(earlier)
        .map(event -> event.facts().get("step") + " " + subject + " by " + event.actor().id())
        .toList();
  }

  /** The description of the API. */
  JsonNode description() throws IOException, InterruptedException {
    return send(to("adams", "/v3/api-docs", Role.FIRST_REVIEWER).build()).body();
  }

  /** A call with a body that is not JSON. */
  Answer postText(String user, String path, String body, Role... roles) throws Exception {
    return send(
        request(user, path, roles)
            .header("Content-Type", "text/plain")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  static String request(String requestId) {
    return "/requests/" + ConsoleData.FILE + "/" + requestId;
  }

  Answer decide(String user, Role role, String requestId, String step) throws Exception {
    return decide(user, requestId, step, role);
  }

  Answer decide(String user, String requestId, String step, Role... roles) throws Exception {
    String sha256 = ConsoleData.draftSha256(requestId);
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

  Answer get(String user, Role role, String path) throws Exception {
    return send(request(user, path, role).GET().build());
  }

  Answer post(String user, String path, String body, Role... roles) throws Exception {
    return send(
        request(user, path, roles)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  /** A call with the assertion of a passkey, or with the wish to sign. */
  Answer signed(String user, String path, String body, String assertion, Role... roles)
      throws Exception {
    return send(
        request(user, path, roles)
            .header("Content-Type", "application/json")
            .header("Countersign-Assertion", assertion)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private HttpRequest.Builder request(String user, String path, Role... roles) {
    return to(user, "/api/v1" + path, roles);
  }

  private HttpRequest.Builder to(String user, String path, Role... roles) {
    String pair = user + ":" + world.console().password(accounts, user, roles);
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
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
