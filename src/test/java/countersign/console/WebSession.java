package countersign.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A session on the pages without a browser: it keeps cookies, sends forms, follows nothing. */
final class WebSession {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String root;
  private String token = "";

  WebSession(int port) {
    this.root = "http://127.0.0.1:" + port;
  }

  /** Signs in; the answer redirects to the start page, or to the sign-in page after a failure. */
  HttpResponse<String> signIn(String account, String password)
      throws IOException, InterruptedException {
    get("/login");
    return post("/login", "username=" + account + "&password=" + encoded(password));
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return sent(HttpRequest.newBuilder(URI.create(root + path)).GET());
  }

  /** Sends a form with the token of the last page that had one. */
  HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
    return sent(
        HttpRequest.newBuilder(URI.create(root + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form + "&_csrf=" + encoded(token))));
  }

  private HttpResponse<String> sent(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            request.header("Accept", "text/html").build(), HttpResponse.BodyHandlers.ofString());
    Matcher found = TOKEN.matcher(answer.body());
    if (found.find()) {
      token = found.group(1);
    }
    return answer;
  }

  static void assertSentTo(String path, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    assertThat(URI.create(answer.headers().firstValue("Location").orElse("")))
        .hasToString(answer.headers().firstValue("Location").orElse(""))
        .satisfies(
            to ->
                assertThat(to.getPath() + (to.getQuery() == null ? "" : "?" + to.getQuery()))
                    .isEqualTo(path));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
