package countersign.console;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.accounts.Accounts;
import countersign.authority.TestPeople;
import countersign.passkey.TestPasskey;
import countersign.request.Role;
import countersign.testkit.OpenIdProvider;
import countersign.testkit.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** People sign in at an OpenID provider, and the register says whose account is theirs. */
@SpringBootTest(
    classes = ConsoleSlice.class,
    properties = {
      "countersign.slice=console",
      "countersign.oidc.client-id=" + OpenIdProvider.CLIENT,
      "countersign.oidc.client-secret=" + OpenIdProvider.CLIENT,
      "countersign.oidc.groups-claim=groups",
      "countersign.oidc.roles[0].group=tax-reviewers",
      "countersign.oidc.roles[0].role=FIRST_REVIEWER",
      "server.servlet.session.cookie.same-site=lax"
    },
    webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
class OidcSignInIT {
  private static final int PORT = TestPasskey.freePort();
  @TempDir private static Path folder;
  private static OpenIdProvider.Running provider;
  @Autowired private Accounts accounts;
  @Autowired private World world;
  private Browser browser;

  @DynamicPropertySource
  static void address(DynamicPropertyRegistry settings) {
    settings.add("server.port", () -> PORT);
    settings.add("countersign.oidc.issuer", () -> TestPeople.ISSUER);
  }

  @BeforeAll
  static void the_provider_runs() throws IOException {
    provider = OpenIdProvider.start(folder, TestPeople.ISSUER, "http://localhost:" + PORT);
  }

  @AfterAll
  static void the_provider_ends() {
    provider.close();
  }

  @BeforeEach
  void open() {
    world.console().begin();
    for (String account : new String[] {"pat", "adams"}) {
      world.console().password(accounts, account, Role.COUNSEL);
    }
    browser = Browser.at("http://localhost:" + PORT);
  }

  @AfterEach
  void close() {
    browser.close();
  }

  @Test
  void a_registered_person_signs_in_with_the_roles_of_the_groups() throws Exception {
    browser.open("/login");
    assertThat(browser.has("input[type=password]")).isFalse();
    browser.look("sign-in-oidc");
    signIn("subject-of-pat");

    assertThat(browser.path()).startsWith("/work-list");
    assertThat(browser.text()).contains("pat\nfirst reviewer\nSign out");
    assertThat(world.list("select account from access_record where kind = 'SIGN_IN'"))
        .contains("pat");
    browser.open("/api/v1/work-list");
    assertThat(browser.text()).contains("R-000001");

    world
        .tampering()
        .sql("update account set version = version + 1 where account = 'pat'")
        .update();
    browser.open("/work-list");
    assertThat(browser.path()).startsWith("/login?ended");
  }

  @Test
  void a_person_whom_the_register_does_not_list_is_refused_whatever_the_name() {
    browser.open("/login");
    signIn("subject-of-adams");
    assertThat(browser.path()).isEqualTo("/login?unregistered");
    assertThat(browser.text()).contains("the signed enrolment register lists no account for you");
    browser.look("sign-in-unregistered");

    browser.driver().manage().deleteAllCookies();
    browser.driver().get(TestPeople.ISSUER + "/login?logout");
    browser.driver().manage().deleteAllCookies();
    browser.open("/login");
    signIn("pat"); // the name of an account, but not its subject
    assertThat(browser.path()).isEqualTo("/login?unregistered");
  }

  @Test
  void an_account_that_does_not_exist_signs_nobody_in() {
    browser.open("/login");
    signIn("subject-of-gone");
    assertThat(browser.path()).isEqualTo("/login?unregistered");
  }

  @Test
  void passwords_open_nothing() throws Exception {
    String password = world.console().password(accounts, "adams", Role.COUNSEL);
    String pair = "adams:" + password;
    HttpRequest call =
        HttpRequest.newBuilder(URI.create("http://localhost:" + PORT + "/api/v1/files"))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(call, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();

    WebSession session = new WebSession(PORT);
    session.get("/login");
    assertThat(session.post("/login", "username=adams&password=" + password).statusCode())
        .isEqualTo(403);
  }

  private void signIn(String subject) {
    ProviderPages.signIn(browser, "http://localhost:" + PORT, subject);
  }
}
