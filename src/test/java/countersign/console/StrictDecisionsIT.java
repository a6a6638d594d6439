package countersign.console;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.request.Role;
import countersign.testkit.ConsoleData;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A decision is taken exactly as a person made it, and nothing that was sent is dropped. */
class StrictDecisionsIT extends ApiCalls {
  private static final Role FIRST = Role.FIRST_REVIEWER;
  @LocalServerPort private int pages;

  private static String body(String reason, boolean informant) {
    return "{\"draftSha256\":\"%s\",\"reason\":\"%s\",\"identifiesInformant\":%s,\"impairsInvestigation\":false}"
        .formatted(ConsoleData.draftSha256("R-000001"), reason, informant);
  }

  @Test
  void a_yes_after_an_endorsement_is_refused_and_not_dropped() throws Exception {
    String endorse = request("R-000001") + "/endorse";
    assertThat(post("adams", endorse, body("All agrees.", false), FIRST).status()).isEqualTo(200);
    assertThat(post("adams", endorse, body("All agrees.", false), FIRST).status()).isEqualTo(200);

    for (String other : List.of(body("All agrees.", true), body("Another reason.", false))) {
      Answer answer = post("adams", endorse, other, FIRST);
      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.code()).isEqualTo("C409_DECIDED_OTHERWISE");
      assertThat(answer.body().path("detail").asString())
          .contains("is ENDORSED by your own decision", "deny the request");
    }

    String deny = request("R-000001") + "/refuse";
    assertThat(post("adams", deny, "{\"reason\":\"It names an informant.\"}", FIRST).status())
        .isEqualTo(200);
    assertThat(post("adams", deny, "{\"reason\":\"It names nobody.\"}", FIRST).code())
        .isEqualTo("C409_DECIDED_OTHERWISE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "identifiesInformant=off",
        "identifiesInformant=0",
        "identifiesInformant=FALSE",
        "identifiesInformant=no",
        "identifiesInformant=",
        "identifiesInformant=false&step=countersign",
        "identifiesInformant=false&step=COUNSEL_DENY",
        "identifiesInformant=false",
        "identifiesInformant=false&step=",
        "identifiesInformant=false&more=1",
        "identifiesInformant=false&Reason=x"
      })
  void a_form_that_its_page_does_not_have_is_a_400(String fields) throws Exception {
    WebSession session = new WebSession(pages);
    String password = world.console().password(accounts, "adams", FIRST);
    session.signIn("adams", password);
    session.get("/work-list");

    int status =
        session
            .post(
                "/requests/" + ConsoleData.FILE + "/R-000001/endorse",
                "draftSha256=%s&reason=All+agrees&impairsInvestigation=false&password=%s&%s"
                    .formatted(
                        ConsoleData.draftSha256("R-000001"), WebSession.encoded(password), fields))
            .statusCode();

    assertThat(status).isEqualTo(400);
    assertThat(
            world.count(
                "select count(*) from approval where step = 'ENDORSE' and account = 'adams' and id = '%s'"
                    .formatted(ConsoleData.key("R-000001"))))
        .isZero();
  }

  @Test
  void the_work_list_announces_only_what_the_reader_decided() throws Exception {
    WebSession session = new WebSession(pages);
    session.signIn("adams", world.console().password(accounts, "adams", FIRST));
    for (String id : List.of("R-999999", "R-000001", "R-000005")) {
      assertThat(
              session.get("/work-list?done=COUNTERSIGNED&of=" + ConsoleData.FILE + "/" + id).body())
          .doesNotContain("is now");
    }
    post("adams", request("R-000001") + "/endorse", body("All agrees.", false), FIRST);
    assertThat(session.get("/work-list?done=DELIVERED&of=" + ConsoleData.FILE + "/R-000001").body())
        .contains("R-000001 is now ENDORSED");
  }

  @Test
  void a_copied_kept_reason_hides_no_case() throws Exception {
    String reasons = request("R-000001") + "/reasons";
    post("adams", reasons, "{\"purpose\":\"ENDORSE\",\"text\":\"Mine.\"}", FIRST);
    world
        .tampering()
        .sql(
            "insert into kept_reason (id, account, purpose, text_sealed, saved_at) select id, account, 'DENY', text_sealed, saved_at from kept_reason where account = 'adams'")
        .update();

    Answer kept = get("adams", FIRST, reasons);

    assertThat(kept.status()).isEqualTo(200);
    assertThat(kept.body().path("ENDORSE").asString()).isEqualTo("Mine.");
    assertThat(kept.body().has("DENY")).isFalse();
  }

  @Test
  void a_planted_control_case_is_no_case() throws Exception {
    world
        .tampering()
        .sql(
            """
            insert into control_case (id, file_id, request_id, like_id, group_id, flaw, request_sealed, item_sealed, evidence_sealed, sha256, drafted_at)
            select :file || '/R-000077', :file, 'R-000077', :file || '/R-000001', :file || '/g1', 'OTHER_PERSON', 'x', 'x', 'x', sha256('x'), now()
            on conflict (id) do nothing
            """)
        .param("file", ConsoleData.FILE)
        .update();

    assertThat(get("adams", FIRST, request("R-000077")).status()).isEqualTo(404);
    Answer decided = post("adams", request("R-000077") + "/endorse", body("All.", false), FIRST);
    assertThat(decided.status()).isEqualTo(404);
    world.tampering().sql("delete from control_case where request_id = 'R-000077'").update();
  }
}
