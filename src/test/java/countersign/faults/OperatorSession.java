package countersign.faults;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An operator who is signed in at the pages of one gateway, and signs in again when it ended. */
final class OperatorSession {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final String root;
  private final String password;

  OperatorSession(int port, String password) {
    this.root = "http://127.0.0.1:" + port;
    this.password = password;
  }

  /** Asks for a page; a redirect says that the session has ended. */
  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(root + path)));
  }

  /** Signs in, if the gateway lets anybody do so now. */
  void signIn() throws IOException, InterruptedException {
    Matcher token = TOKEN.matcher(get("/login").body());
    if (token.find()) {
      String form =
          "username=olsen&password=%s&_csrf=%s"
              .formatted(
                  URLEncoder.encode(password, StandardCharsets.UTF_8),
                  URLEncoder.encode(token.group(1), StandardCharsets.UTF_8));
      send(
          HttpRequest.newBuilder(URI.create(root + "/login"))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(form)));
    }
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(
        request.header("Accept", "text/html").timeout(Duration.ofSeconds(20)).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
