package countersign.console;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.request.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls of administrators. */
class AccountsApiIT extends ApiCalls {
  private static final String PROPOSALS = "/accounts/proposals";

  @Test
  void two_administrators_create_an_account_which_then_signs_in() throws Exception {
    Answer proposed = propose("CREATE", "nadia", "[\"AUDITOR\"]", "She joins the audit");
    assertThat(proposed.status()).isEqualTo(201);
    assertThat(proposed.body().path("stage").asString()).isEqualTo("OPEN");
    String confirm = PROPOSALS + "/" + proposed.body().path("id").asLong() + "/confirm";
    assertThat(post("amelia", confirm, "", Role.ADMINISTRATOR).code()).isEqualTo("S506_ACCESS");
    assertThat(post("oscar", confirm, "", Role.OPERATOR).status()).isEqualTo(403);

    Answer confirmed = post("arthur", confirm, "", Role.ADMINISTRATOR);

    assertThat(confirmed.status()).isEqualTo(200);
    String password = confirmed.body().path("password").asString();
    assertThat(accounts.signIn("nadia", password)).isPresent();
    assertThat(post("arthur", confirm, "", Role.ADMINISTRATOR).code())
        .isEqualTo("C409_OTHER_STATE");
    assertThat(get("arthur", Role.ADMINISTRATOR, PROPOSALS).body().toString())
        .contains("She joins the audit", "\"decidedBy\":\"arthur\"")
        .doesNotContain(password);
    assertThat(get("audrey", Role.AUDITOR, "/accounts").body().findValuesAsString("account"))
        .contains("amelia", "nadia");
  }

  @Test
  void a_proposal_needs_a_known_kind_known_roles_a_name_and_a_reason() throws Exception {
    assertThat(propose("MAKE", "nora", "[\"AUDITOR\"]", "x").code()).isEqualTo("C400_MALFORMED");
    assertThat(propose("CREATE", "nora", "[\"KING\"]", "x").code()).isEqualTo("C400_MALFORMED");
    assertThat(propose("CREATE", "nora", "[null]", "x").code()).isEqualTo("C400_MALFORMED");
    assertThat(propose("CREATE", "nora", "\"AUDITOR\"", "x").code()).isEqualTo("C400_MALFORMED");
    assertThat(propose("CREATE", "Nora N", "[\"AUDITOR\"]", "x").code())
        .isEqualTo("C400_MALFORMED");
    assertThat(propose("CREATE", "nora", "[\"COUNTERSIGNER\",\"ADMINISTRATOR\"]", "x").code())
        .isEqualTo("C400_MALFORMED");
    assertThat(propose("CREATE", "nora", "[\"AUDITOR\"]", "17").code()).isEqualTo("C422_NO_REASON");
    assertThat(propose("RESET", "nora", "[]", "x").code()).isEqualTo("C404_UNKNOWN");
    assertThat(propose("DISABLE", "amelia", "[]", "x").code()).isEqualTo("S506_ACCESS");
    assertThat(post("arthur", PROPOSALS + "/99999/reject", "", Role.ADMINISTRATOR).code())
        .isEqualTo("C404_UNKNOWN");
    assertThat(post("arthur", PROPOSALS + "/x/confirm", "", Role.ADMINISTRATOR).status())
        .isEqualTo(400);
  }

  @Test
  void a_call_uses_the_roles_that_the_account_has_now() throws Exception {
    assertThat(get("nelly", Role.OPERATOR, "/queues").status()).isEqualTo(200);
    long id = propose("ROLES", "nelly", "[\"SUBMITTER\"]", "She moved").body().path("id").asLong();
    post("arthur", PROPOSALS + "/" + id + "/confirm", "", Role.ADMINISTRATOR);
    assertThat(get("nelly", Role.OPERATOR, "/queues").status()).isEqualTo(403);
    long off = propose("DISABLE", "nelly", "[]", "She left").body().path("id").asLong();
    post("arthur", PROPOSALS + "/" + off + "/confirm", "", Role.ADMINISTRATOR);
    assertThat(get("nelly", Role.OPERATOR, "/files").status()).isEqualTo(401);
    assertThat(ledger.history("account/nelly"))
        .extracting(event -> event.verb().storedName())
        .isEqualTo(List.of("sign_in", "propose", "amend", "propose", "amend"));
  }

  private Answer propose(String kind, String account, String roles, String reason)
      throws Exception {
    world.console().password(accounts, "arthur", Role.ADMINISTRATOR);
    return post(
        "amelia",
        PROPOSALS,
        "{\"kind\":\"%s\",\"account\":\"%s\",\"roles\":%s,\"reason\":\"%s\"}"
            .formatted(kind, account, roles, reason),
        Role.ADMINISTRATOR);
  }
}
