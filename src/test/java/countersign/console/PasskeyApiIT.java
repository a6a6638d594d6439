package countersign.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.authority.TestPeople;
import countersign.passkey.TestPasskey;
import countersign.passkey.TestPasskey.Ceremony;
import countersign.request.Role;
import countersign.statement.ActionSigning;
import countersign.testkit.ConsoleData;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A program signs a decision with a passkey: it asks for the statement, signs it, asks again. */
class PasskeyApiIT extends ApiCalls {
  @Autowired private ActionSigning signing;
  private static final String ENDORSE = request("R-000001") + "/endorse";

  @Test
  void an_approval_is_recorded_with_the_signature_of_a_passkey() throws Exception {
    Answer wanted = endorse("pat");
    assertThat(wanted.status()).isEqualTo(428);
    assertThat(wanted.code()).isEqualTo("C428_SIGN");
    assertThat(wanted.body().path("rpId").asString()).isEqualTo("localhost");
    assertThat(wanted.body().path("credentials").get(0).asString())
        .isEqualTo(TestPeople.passkey("pat").passkey().credentialId());
    assertThat(wanted.body().path("statement").asString()).contains("\"step\":\"ENDORSE\"");
    assertThat(world.list("select state from request_status where request_id = 'R-000001'"))
        .as("nothing is changed yet")
        .containsExactly("DRAFTED");

    Answer done = signed("pat", ENDORSE, body("Seen."), signature("pat", wanted));

    assertThat(done.body().path("state").asString()).isEqualTo("ENDORSED");
    assertThat(
            get("pat", Role.FIRST_REVIEWER, request("R-000001"))
                .body()
                .path("approvals")
                .get(0)
                .path("signedWith")
                .asString())
        .isEqualTo("PASSKEY");
    assertThat(ledger.history(ConsoleData.key("R-000001").toString()))
        .anySatisfy(event -> assertThat(event.facts()).containsEntry("signedWith", "PASSKEY"));
  }

  @Test
  void an_assertion_is_taken_once() throws Exception {
    Answer wanted = endorse("pat");
    String assertion = signature("pat", wanted);
    signed("pat", ENDORSE, body("Seen."), assertion);
    cases.drafted("R-000001");

    assertThat(signed("pat", ENDORSE, body("Seen."), assertion).code())
        .isEqualTo("C409_SIGN_AGAIN");
    refused(signed("pat", ENDORSE, body("Seen."), signature("pat", wanted)), "C409_SIGN_AGAIN");
  }

  @Test
  void an_assertion_covers_the_reason_and_the_answers() throws Exception {
    String assertion = signature("pat", endorse("pat"));

    refused(signed("pat", ENDORSE, body("Another reason."), assertion), "C409_SIGN_AGAIN");
  }

  @Test
  void a_statement_can_be_signed_for_two_minutes() throws Exception {
    String assertion = signature("pat", endorse("pat"));
    world.passes(Duration.ofMinutes(2));

    refused(signed("pat", ENDORSE, body("Seen."), assertion), "C409_SIGN_AGAIN");
  }

  @Test
  void the_passkey_of_another_person_signs_nothing() throws Exception {
    refused(
        signed("pat", ENDORSE, body("Seen."), signature("quinn", endorse("pat"))),
        "C403_WRONG_PASSKEY");
    String stranger = made(TestPasskey.es256("pat"), endorse("pat"), Ceremony.RIGHT);
    refused(signed("pat", ENDORSE, body("Seen."), stranger), "C403_WRONG_PASSKEY");
  }

  @Test
  void what_was_signed_elsewhere_or_by_an_unverified_person_signs_nothing() throws Exception {
    for (Ceremony cheat :
        List.of(
            new Ceremony("https://evil.example", "localhost", "webauthn.get", 5, ""),
            new Ceremony(TestPasskey.ORIGIN, "evil.example", "webauthn.get", 5, ""),
            new Ceremony(TestPasskey.ORIGIN, "localhost", "webauthn.create", 5, ""),
            new Ceremony(TestPasskey.ORIGIN, "localhost", "webauthn.get", 1, ""))) {
      String assertion = made(TestPeople.passkey("pat"), endorse("pat"), cheat);
      refused(signed("pat", ENDORSE, body("Seen."), assertion), "C403_WRONG_PASSKEY");
    }
  }

  @Test
  void what_is_no_assertion_is_refused() throws Exception {
    endorse("pat");
    for (String header : List.of("x", "e30", "bnVsbA", "%00", "eyJhIjoxfQ")) {
      refused(signed("pat", ENDORSE, body("Seen."), header), "C400_MALFORMED");
    }
  }

  @Test
  void taking_a_held_file_needs_the_passkey_and_denying_it_does_not() throws Exception {
    String reason = "{\"reason\":\"I have called the agency.\"}";
    String take = "/files/" + ConsoleData.HELD + "/take";
    Answer wanted = post("pat", take, reason, Role.FIRST_REVIEWER);
    assertThat(wanted.status()).isEqualTo(428);
    Answer taken = signed("pat", take, reason, signature("pat", wanted));
    assertThat(taken.status()).as(taken.body().toString()).isEqualTo(200);
    assertThat(ledger.history(ConsoleData.HELD))
        .anySatisfy(
            event -> {
              assertThat(event.facts()).containsEntry("signedWith", "PASSKEY");
              assertThat(signing.signerOf(event))
                  .hasValueSatisfying(who -> assertThat(who.person().id()).isEqualTo("p-pat"));
            });

    world.console().undecided();
    String refuse = "/files/" + ConsoleData.HELD + "/refuse";
    assertThat(signed("pat", refuse, reason, "prepare").status()).isEqualTo(428);
    assertThat(post("pat", refuse, reason, Role.FIRST_REVIEWER).status()).isEqualTo(200);
  }

  @Test
  void a_stop_needs_no_signature_and_its_lift_needs_two_passkeys() throws Exception {
    String stop = "{\"scope\":\"ALL\",\"reason\":\"A court has ordered it.\"}";
    Answer set = post("perry", "/stops", stop, Role.COUNSEL);
    assertThat(set.status()).as(set.body().toString()).isEqualTo(201);
    String lift = "/stops/" + set.body().path("id").asLong() + "/lift";
    String reason = "{\"reason\":\"The order has ended.\"}";
    assertThat(lifted("perry", lift, reason, Role.COUNSEL).path("liftedBy").isNull()).isTrue();
    assertThat(lifted("quinn", lift, reason, Role.PRIVACY_OFFICER).path("liftedBy").asString())
        .isEqualTo("quinn");
  }

  @Test
  void a_passkey_signs_the_setting_of_a_stop_before_it_has_a_number() throws Exception {
    String stop =
        "{\"scope\":\"FILE\",\"value\":\"%s\",\"catchesNothing\":true,\"reason\":\"A doubt.\"}"
            .formatted(ConsoleData.HELD);
    Answer wanted = signed("perry", "/stops", stop, "prepare", Role.COUNSEL);
    assertThat(wanted.status()).as(wanted.body().toString()).isEqualTo(428);
    assertThat(wanted.body().path("statement").asString())
        .contains("\"subject\":\"stop\"", "\"fact.value\":\"" + ConsoleData.HELD);
    assertThat(world.stops().all()).as("nothing is stopped yet").isEmpty();

    Answer set = signed("perry", "/stops", stop, signature("perry", wanted), Role.COUNSEL);

    assertThat(set.status()).as(set.body().toString()).isEqualTo(201);
    assertThat(ledger.history("stop/" + set.body().path("id").asLong()))
        .last() // tests before this one had stops of the same number
        .satisfies(
            event ->
                assertThat(signing.signerOf(event))
                    .hasValueSatisfying(who -> assertThat(who.person().id()).isEqualTo("p-perry")));
    assertThat(post("perry", "/stops", stop, Role.COUNSEL).status())
        .as("in environment T a stop needs no signature")
        .isEqualTo(201);
  }

  @Test
  void an_administrator_signs_the_proposal_of_an_account_with_a_passkey() throws Exception {
    String wish =
        "{\"kind\":\"CREATE\",\"account\":\"pia\",\"roles\":[\"AUDITOR\"],\"reason\":\"She joins us.\"}";
    Answer wanted = post("piper", "/accounts/proposals", wish, Role.ADMINISTRATOR);
    assertThat(wanted.status()).as(wanted.body().toString()).isEqualTo(428);
    Answer proposed =
        signed(
            "piper", "/accounts/proposals", wish, signature("piper", wanted), Role.ADMINISTRATOR);
    assertThat(proposed.status()).as(proposed.body().toString()).isEqualTo(201);

    String confirm = "/accounts/proposals/" + proposed.body().path("id").asLong() + "/confirm";
    Answer confirmed = post("arthur", confirm, "", Role.ADMINISTRATOR);

    assertThat(accounts.signIn("pia", confirmed.body().path("password").asString())).isPresent();
  }

  private tools.jackson.databind.JsonNode lifted(String who, String path, String reason, Role role)
      throws Exception {
    Answer wanted = post(who, path, reason, role);
    assertThat(wanted.status()).as(wanted.body().toString()).isEqualTo(428);
    return signed(who, path, reason, signature(who, wanted), role).body();
  }

  private Answer endorse(String who) throws Exception {
    return post(who, ENDORSE, body("Seen."), Role.FIRST_REVIEWER);
  }

  private static String body(String reason) {
    return """
        {"draftSha256":"%s","reason":"%s","identifiesInformant":false,"impairsInvestigation":false}\
        """
        .formatted(ConsoleData.draftSha256("R-000001"), reason);
  }

  private static String signature(String who, Answer wanted) {
    return made(TestPeople.passkey(who), wanted, Ceremony.RIGHT);
  }

  private static String made(TestPasskey passkey, Answer wanted, Ceremony as) {
    byte[] statement = wanted.body().path("statement").asString().getBytes(UTF_8);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(passkey.sign(statement, as).write());
  }

  private void refused(Answer answer, String code) {
    assertThat(answer.code()).as(answer.body().toString()).isEqualTo(code);
    assertThat(world.list("select state from request_status where request_id = 'R-000001'"))
        .containsExactly("DRAFTED");
  }
}
