package countersign.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.authority.TestPeople;
import countersign.authority.TestRegister;
import countersign.cli.CommandLines;
import countersign.passkey.PublicPasskey;
import countersign.passkey.TestPasskey;
import countersign.request.Role;
import countersign.testkit.ConsoleData;
import countersign.testkit.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A person makes a passkey and signs with it, in Chromium's virtual authenticator. */
@SpringBootTest(
    classes = ConsoleSlice.class,
    properties = "countersign.slice=console",
    webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
class PasskeyPagesIT {
  @Autowired private countersign.accounts.Accounts accounts;
  @Autowired private World world;
  @TempDir private Path folder;
  private Browser browser;
  private Authenticator authenticator;

  @DynamicPropertySource
  static void address(DynamicPropertyRegistry settings) {
    settings.add("server.port", () -> TestPasskey.PORT);
    settings.add("countersign.passkeys.rp-id", () -> TestPasskey.RP_ID);
    settings.add("countersign.passkeys.origin", () -> TestPasskey.ORIGIN);
  }

  @BeforeEach
  void open() {
    world.console().begin();
    browser = Browser.at(TestPasskey.ORIGIN);
    authenticator = new Authenticator(browser.driver());
  }

  @AfterEach
  void close() {
    browser.close();
  }

  private void signIn(String name, Role... roles) {
    browser.signIn(name, world.console().password(accounts, name, roles));
  }

  @Test
  void two_people_approve_a_case_with_their_passkeys() throws Exception {
    authenticator.holds(TestPeople.passkey("pat"));
    signIn("pat", Role.FIRST_REVIEWER);
    browser.follow("R-000001");
    assertThat(browser.has("#sign-password")).isFalse();
    browser.look("case-passkey");
    browser.choose("informant-no");
    browser.choose("impairs-no");
    browser.type("why", "Order & dates <agree>.");
    browser.press("Endorse this draft");
    assertThat(browser.text())
        .contains("Nothing has been changed yet", "\"step\":\"ENDORSE\"")
        .contains(ConsoleData.draftSha256("R-000001"));
    browser.look("sign");
    browser.narrow("sign");
    browser.press("Sign with your passkey");
    assertThat(browser.text()).contains("R-000001 is now ENDORSED.");

    authenticator.holds(TestPeople.passkey("quinn"));
    signIn("quinn", Role.COUNTERSIGNER);
    browser.follow("R-000001");
    assertThat(browser.text()).contains("signed with a passkey", "Order & dates <agree>.");
    browser.choose("informant-no");
    browser.choose("impairs-no");
    browser.type("why", "I come to the same result.");
    browser.press("Countersign this draft");
    browser.press("Sign with your passkey");
    assertThat(browser.text()).contains("R-000001 is now COUNTERSIGNED.");
    assertThat(world.list("select state from request_status where request_id = 'R-000001'"))
        .containsExactly("COUNTERSIGNED");
    assertVerifiedOffline(export());
  }

  private String export() throws Exception {
    String pair = "quinn:" + world.console().password(accounts, "quinn");
    HttpRequest call =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:%d/api/v1/requests/%s/R-000001/approvals"
                        .formatted(TestPasskey.PORT, ConsoleData.FILE)))
            .header(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)))
            .build();
    return HttpClient.newHttpClient().send(call, HttpResponse.BodyHandlers.ofString()).body();
  }

  /** Nothing but the export and the keys of two signatories is needed; a change of it is seen. */
  private void assertVerifiedOffline(String export) throws Exception {
    List<Path> signatories = TestRegister.signatories(folder);
    CommandLines.Ended good = verify(export, signatories.get(0), signatories.get(1));
    assertThat(good.out())
        .contains("ENDORSE", "pat Tester", "quinn Tester", "signed with a passkey")
        .contains("Two different people approved the same draft");
    assertThat(good.exit()).isZero();
    assertThat(verify(export, signatories.get(0), signatories.get(0)).exit()).isEqualTo(1);
    String quinn = TestPeople.passkey("quinn").passkey().fingerprint();
    String pat = TestPeople.passkey("pat").passkey().fingerprint();
    for (String changed :
        List.of(
            export.replace("DHS-ICE_T", "DHS-ICE_P"),
            export.replace(quinn, pat),
            export.replace("lastDay: 2099", "lastDay: 2098"),
            export.replaceAll("\"signature\":\"....", "\"signature\":\"AAAA"))) {
      assertThat(changed).isNotEqualTo(export);
      assertThat(verify(changed, signatories.get(0), signatories.get(1)).exit()).isEqualTo(1);
    }
  }

  private CommandLines.Ended verify(String export, Path first, Path second) throws IOException {
    Path file = Files.writeString(folder.resolve("export.json"), export);
    return CommandLines.run("verify-approval", file, "--signatory", first, "--signatory", second);
  }

  @Test
  void an_authenticator_that_does_not_verify_its_person_signs_nothing() {
    authenticator.holds(TestPeople.passkey("pat"));
    authenticator.verifiesPeople(false);
    signIn("pat", Role.FIRST_REVIEWER);
    browser.follow("R-000001");
    browser.type("why", "The officer left the case.");
    browser.press("Deny this request");
    browser.press("Deny for good");
    browser.pressAndStay("Sign with your passkey", "The passkey did not sign.");
    browser.look("sign-failed");
    assertThat(world.list("select state from request_status where request_id = 'R-000001'"))
        .containsExactly("DRAFTED");
  }

  @Test
  void what_stops_a_file_goes_on_without_a_signature_if_the_person_wants() {
    signIn("pat", Role.FIRST_REVIEWER);
    browser.open("/files/" + ConsoleData.HELD);
    browser.type("refuse", "The agency withdrew it.");
    browser.press("Deny this file");
    assertThat(browser.text()).contains("Go on without a signature");
    browser.look("sign-optional");
    browser.press("Go on without a signature");
    assertThat(world.list("select state from file where id = ?", ConsoleData.HELD))
        .containsExactly("REFUSED");
  }

  @Test
  void a_person_makes_a_passkey_and_gets_its_entry_for_the_register() {
    signIn("adams", Role.FIRST_REVIEWER);
    browser.open("/passkey");
    assertThat(browser.text()).contains("You have made no passkey here.");
    browser.look("passkey");
    browser.press("Make a passkey");
    assertThat(browser.text())
        .contains(
            "Your passkey is made", "Does not count: the register does not list it for today.");
    browser.look("passkey-made");
    browser.narrow("passkey-made");
    String entry = browser.text("pre");
    PublicPasskey made =
        new PublicPasskey(
            value(entry, "credentialId"),
            value(entry, "publicKey"),
            value(entry, "rpId"),
            value(entry, "origin"));
    assertThat(made.isUsable()).isTrue();
    assertThat(browser.text()).contains(made.fingerprint());
    byte[] statement = "{\"a\":\"statement\"}".getBytes(UTF_8);
    assertThat(made.verifies(statement, authenticator.signs(made, statement))).isTrue();
  }

  private static String value(String entry, String name) {
    Matcher found = Pattern.compile(name + ": \"([^\"]+)\"").matcher(entry);
    assertThat(found.find()).as(entry).isTrue();
    return found.group(1);
  }
}
