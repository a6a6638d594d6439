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

/** The people behind the gateway's API: reviewers, operations, counsel. */
final class Desk {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String url;
  private final UnaryOperator<String> passwords;
  private final HttpClient http = HttpClient.newHttpClient();

  Desk(World world) {
    this(world.parts().place().httpPort(), world::passwordOf);
  }

  /**
   * Of a gateway on this machine.
   *
   * @param passwords of accounts
   */
  Desk(int port, UnaryOperator<String> passwords) {
    this.url = "http://127.0.0.1:" + port + "/api/v1";
    this.passwords = passwords;
  }

  /** Waits until a request of that file waits for that person, and shows it. */
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

  /** Both reviewers say yes to the one request of that file. */
  void bothSign(String file) throws IOException, InterruptedException {
    signs("adams", "endorse", file);
    signs("baker", "countersign", file);
  }

  /** Says yes to what waits and insists that it counts. */
  void signs(String account, String step, String file) throws IOException, InterruptedException {
    JsonNode item = waitingFor(account, file);
    HttpResponse<String> answer = says(account, step, item, item.path("draftSha256").asString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  /** Says yes to a request, bound to that draft. */
  HttpResponse<String> says(String account, String step, JsonNode item, String draftSha256)
      throws IOException, InterruptedException {
    ObjectNode word = JSON.createObjectNode().put("draftSha256", draftSha256);
    word.put("reason", "Case and order were read; the address matches.");
    word.put("identifiesInformant", false).put("impairsInvestigation", false);
    String request = item.path("fileId").asString() + "/" + item.path("requestId").asString();
    return call(account, "/requests/" + request + "/" + step, word.toString());
  }

  /** What an account reads. */
  JsonNode get(String account, String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = call(account, path, null);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  /** One call; a body makes it a POST. */
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
