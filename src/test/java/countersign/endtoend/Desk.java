package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** Plays the people who use the gateway's API: reviewers, operators, counsel. */
final class Desk {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String url;
  private final UnaryOperator<String> passwords;
  private final HttpClient http = HttpClient.newHttpClient();

  Desk(WholeGateway gateway) {
    this(gateway.parts().place().httpPort(), gateway::passwordOf);
  }

  /**
   * Connects to a gateway on this machine.
   *
   * @param passwords gives the password of an account
   */
  Desk(int port, UnaryOperator<String> passwords) {
    this.url = "http://127.0.0.1:" + port + "/api/v1";
    this.passwords = passwords;
  }

  /** Waits until a request of this file waits for this person, and returns the case. */
  JsonNode waitingFor(String account, String file) {
    AtomicReference<JsonNode> found = new AtomicReference<>();
    await("a case of " + file + " for " + account)
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              StreamSupport.stream(get(account, "/work-list").spliterator(), false)
                  .filter(item -> item.path("fileId").asString().equals(file))
                  .findFirst()
                  .ifPresent(found::set);
              return found.get() != null;
            });
    return found.get();
  }

  /** Both reviewers approve the only request of this file. */
  void bothSign(String file) throws IOException, InterruptedException {
    signs("adams", "endorse", file);
    signs("baker", "countersign", file);
  }

  /** Approves the waiting case and asserts that the approval counts. */
  void signs(String account, String step, String file) throws IOException, InterruptedException {
    JsonNode item = waitingFor(account, file);
    HttpResponse<String> answer = says(account, step, item, item.path("draftSha256").asString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  /** Approves a request, bound to this draft. */
  HttpResponse<String> says(String account, String step, JsonNode item, String draftSha256)
      throws IOException, InterruptedException {
    ObjectNode decision = JSON.createObjectNode().put("draftSha256", draftSha256);
    decision.put("reason", "Case and order were read; the address matches.");
    decision.put("identifiesInformant", false).put("impairsInvestigation", false);
    String request = item.path("fileId").asString() + "/" + item.path("requestId").asString();
    return call(account, "/requests/" + request + "/" + step, decision.toString());
  }

  /** Sends a GET request as this account. */
  JsonNode get(String account, String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = call(account, path, null);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  /** Sends a request: a POST if there is a body, else a GET. */
  HttpResponse<String> call(String account, String path, @Nullable String body)
      throws IOException, InterruptedException {
    String login = account + ":" + passwords.apply(account);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
            .header("Content-Type", "application/json");
    if (body != null) {
      request.POST(HttpRequest.BodyPublishers.ofString(body));
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
