package countersign.demo;

import countersign.request.FileId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays reviewers through the REST API, as their own programs could: claims each waiting case,
 * reads it, then approves or denies exactly the draft that was shown. Thread-safe.
 */
public final class Reviewers {
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final DemoConnection connection;

  /** Creates the reviewers with the accounts in {@code connection.json}. */
  public Reviewers(DemoConnection connection) {
    this.connection = connection;
  }

  /** Ids of a file's requests that wait for this person. */
  public List<String> waiting(String user, FileId file) throws IOException {
    List<String> waiting = new ArrayList<>();
    for (JsonNode item : get(user, "/work-list")) {
      if (item.path("fileId").asString().equals(file.value())) {
        waiting.add(item.path("requestId").asString());
      }
    }
    return waiting;
  }

  /** Number of requests that wait for this person, in all files. */
  public int waiting(String user) throws IOException {
    return get(user, "/work-list").size();
  }

  /** Claims a case, so that nobody else is given it. */
  public void claim(String user, FileId file, String requestId) throws IOException {
    post(user, "/requests/" + file.value() + "/" + requestId + "/claim", Map.of());
  }

  /**
   * Reads a case and approves it.
   *
   * @param step {@code endorse} or {@code countersign}
   */
  public void sign(String user, FileId file, String requestId, String step) throws IOException {
    String path = "/requests/" + file.value() + "/" + requestId;
    JsonNode shown = get(user, path);
    post(
        user,
        path + "/" + step,
        Map.of(
            "draftSha256",
            shown.path("draftSha256").asString(),
            "reason",
            "Name, number and stated address agree with one record; the case is a criminal one.",
            "identifiesInformant",
            false,
            "impairsInvestigation",
            false));
  }

  /** Denies a case. */
  public void refuse(String user, FileId file, String requestId) throws IOException {
    post(
        user,
        "/requests/" + file.value() + "/" + requestId + "/refuse",
        Map.of("reason", "The reason stated does not bear on the statute cited."));
  }

  /** Status of a file as this person sees it. */
  public JsonNode file(String user, FileId file) throws IOException {
    return get(user, "/files/" + file.value());
  }

  private JsonNode get(String user, String path) throws IOException {
    return send(user, request(user, path).GET().build());
  }

  private void post(String user, String path, Map<String, Object> body) throws IOException {
    HttpRequest.BodyPublisher json =
        HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
    send(user, request(user, path).header("Content-Type", "application/json").POST(json).build());
  }

  private HttpRequest.Builder request(String user, String path) {
    DemoConnection.Login account = connection.account(user);
    String word = account.user() + ":" + account.password();
    return HttpRequest.newBuilder(URI.create(connection.api() + path))
        .timeout(Duration.ofSeconds(30))
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(word.getBytes(StandardCharsets.UTF_8)));
  }

  private JsonNode send(String user, HttpRequest request) throws IOException {
    try {
      HttpResponse<String> answer =
          http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (answer.statusCode() != 200) {
        throw new IOException(
            "The API answered %s %s of %s with %d %s"
                .formatted(
                    request.method(),
                    request.uri().getPath(),
                    user,
                    answer.statusCode(),
                    JsonText.read(answer.body()).path("code").asString()));
      }
      return JsonText.read(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while waiting for the API", e);
    }
  }
}
