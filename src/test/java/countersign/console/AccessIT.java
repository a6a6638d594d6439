package countersign.console;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.accounts.Accounts;
import countersign.request.Role;
import countersign.testkit.World;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Sign-in and security headers of the console. {@link RoleMatrixIT} tests the roles.
 *
 * @see <a href="../../../../../docs/rules.md">rule R65</a>
 */
@SpringBootTest(
    classes = ConsoleSlice.class,
    properties = "countersign.slice=console",
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class AccessIT {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private World world;

  @Test
  void a_caller_without_an_account_is_rejected() throws Exception {
    HttpResponse<String> api = send(plain("GET", "/api/v1/files"));
    assertThat(api.statusCode()).isEqualTo(401);
    assertThat(api.headers().firstValue("WWW-Authenticate"))
        .hasValue("Basic realm=\"countersign\"");
    assertThat(api.body()).contains("\"code\":\"S506_ACCESS\"");

    HttpResponse<String> page = send(plain("GET", "/files"));
    assertThat(page.statusCode()).isEqualTo(302);
    assertThat(page.headers().firstValue("Location").orElse("")).endsWith("/login");
    assertThat(send(plain("GET", "/actuator/health")).statusCode())
        .as("open to all; other tests of this world may have left a finding")
        .isIn(200, 503);
    assertThat(send(plain("GET", "/actuator/env")).statusCode()).isEqualTo(401);
  }

  @Test
  void a_path_without_an_entry_in_the_table_is_closed_to_every_role() throws Exception {
    String password = world.console().password(accounts, "oscar", Role.OPERATOR);
    assertThat(send(basic("oscar", password, "GET", "/api/v1/accounts")).statusCode())
        .isEqualTo(403);
    assertThat(send(basic("oscar", password, "DELETE", "/api/v1/files")).statusCode())
        .isEqualTo(403);
  }

  @Test
  void a_page_that_does_not_exist_says_so() throws Exception {
    String password = world.console().password(accounts, "paula", Role.OPERATOR);
    HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    String token = token(browser.send(plain("GET", "/login"), BodyHandlers.ofString()).body());
    form(browser, "/login", "username=paula&password=" + password + "&_csrf=" + encoded(token));

    for (String path : List.of("/nope", "/error", "/api/v2/files")) {
      HttpRequest page =
          HttpRequest.newBuilder(plain("GET", path), (name, value) -> true)
              .header("Accept", "text/html")
              .build();
      HttpResponse<String> answer = browser.send(page, BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.body()).as(path).contains("No page has this address.", "console.css");
    }
    HttpResponse<String> foreign =
        browser.send(plain("GET", "/work-list"), BodyHandlers.ofString());
    assertThat(foreign.statusCode()).isEqualTo(403);
    HttpResponse<String> malformed =
        browser.send(plain("GET", "/files/x%00y"), BodyHandlers.ofString());
    assertThat(malformed.statusCode()).isEqualTo(400);
    assertThat(malformed.body()).contains("cannot read this address", "console.css");
  }

  @Test
  void three_failures_lock_an_account_even_for_the_right_password() throws Exception {
    String password = world.console().password(accounts, "lotta", Role.AUDITOR);
    assertThat(send(basic("lotta", password, "GET", "/api/v1/files")).statusCode()).isEqualTo(200);
    for (int i = 0; i < Accounts.FAILURES; i++) {
      assertThat(send(basic("lotta", "wrong", "GET", "/api/v1/files")).statusCode()).isEqualTo(401);
    }
    assertThat(send(basic("lotta", password, "GET", "/api/v1/files")).statusCode()).isEqualTo(401);
  }

  @Test
  void a_form_without_its_token_changes_nothing() throws Exception {
    String password = world.console().password(accounts, "carla", Role.COUNSEL);
    HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    HttpResponse<String> signIn = browser.send(plain("GET", "/login"), BodyHandlers.ofString());
    String token = token(signIn.body());

    HttpResponse<String> forged = form(browser, "/login", "username=carla&password=" + password);
    assertThat(forged.statusCode()).isEqualTo(403);
    HttpResponse<String> in =
        form(browser, "/login", "username=carla&password=" + password + "&_csrf=" + encoded(token));
    assertThat(in.statusCode()).isEqualTo(302);

    assertThat(form(browser, "/stops", "scope=ALL&reason=forged").statusCode()).isEqualTo(403);
    HttpResponse<String> stops = browser.send(plain("GET", "/stops"), BodyHandlers.ofString());
    assertThat(stops.body()).contains("Nothing is stopped.");
    HttpResponse<String> set =
        form(browser, "/stops", "scope=ALL&reason=real&_csrf=" + encoded(token(stops.body())));
    assertThat(set.statusCode()).isEqualTo(302);
  }

  @Test
  void the_former_paths_of_stops_answer_308_with_the_new_one() throws Exception {
    String password = world.console().password(accounts, "carla", Role.COUNSEL);
    assertMoved(basic("carla", password, "GET", "/api/v1/holds?page=2"), "/api/v1/stops?page=2");
    assertMoved(basic("carla", password, "POST", "/api/v1/holds"), "/api/v1/stops");
    assertMoved(basic("carla", password, "POST", "/api/v1/holds/7/lift"), "/api/v1/stops/7/lift");

    HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    String token = token(page(browser, "/login").body());
    form(browser, "/login", "username=carla&password=" + password + "&_csrf=" + encoded(token));
    assertMoved(page(browser, "/holds?from=1"), "/stops?from=1");
    String fresh = "_csrf=" + encoded(token(page(browser, "/stops").body()));
    assertMoved(form(browser, "/holds", fresh), "/stops");
    assertMoved(form(browser, "/holds/7/lift?from=1", fresh), "/stops/7/lift?from=1");
  }

  private void assertMoved(HttpRequest call, String to) throws IOException, InterruptedException {
    assertMoved(send(call), to);
  }

  private static void assertMoved(HttpResponse<String> answer, String to) {
    assertThat(answer.statusCode()).isEqualTo(308);
    assertThat(answer.headers().firstValue("Location")).hasValue(to);
  }

  private HttpResponse<String> page(HttpClient browser, String path)
      throws IOException, InterruptedException {
    return browser.send(plain("GET", path), BodyHandlers.ofString());
  }

  @Test
  void a_session_opens_pages_only_and_a_call_leaves_no_session() throws Exception {
    String password = world.console().password(accounts, "oscar", Role.OPERATOR);
    HttpResponse<String> call = send(basic("oscar", password, "GET", "/api/v1/files"));
    assertThat(call.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(send(basic("oscar", password, "GET", "/files")).statusCode())
        .as("pages take no password in a header")
        .isEqualTo(302);
  }

  @Test
  void every_answer_forbids_framing_foreign_scripts_and_caching() throws Exception {
    HttpResponse<String> page = send(plain("GET", "/login"));
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'")
        .contains("script-src 'self'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
    assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    String cookie = page.headers().firstValue("Set-Cookie").orElse("");
    assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict");
    assertThat(page.body()).contains("authorized use only").doesNotContain("style=");
    String password = world.console().password(accounts, "oscar", Role.OPERATOR);
    HttpResponse<String> call = send(basic("oscar", password, "GET", "/api/v1/files"));
    assertThat(call.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
  }

  private static String token(String page) {
    Matcher matcher = TOKEN.matcher(page);
    assertThat(matcher.find()).as("the page's form carries a token").isTrue();
    return matcher.group(1);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> form(HttpClient browser, String path, String body)
      throws IOException, InterruptedException {
    return browser.send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpRequest plain(String method, String path) {
    return HttpRequest.newBuilder(uri(path))
        .method(method, HttpRequest.BodyPublishers.noBody())
        .build();
  }

  private HttpRequest basic(String name, String password, String method, String path) {
    String pair = name + ":" + password;
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(uri(path))
        .header("Authorization", "Basic " + basic)
        .header("Content-Type", "application/json")
        .method(
            method,
            method.equals("POST")
                ? HttpRequest.BodyPublishers.ofString("{}")
                : HttpRequest.BodyPublishers.noBody())
        .build();
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static HttpResponse<String> send(HttpRequest request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}
