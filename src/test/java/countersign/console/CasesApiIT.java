package countersign.console;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.request.Role;
import countersign.testkit.ConsoleData;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls with which two people approve a draft or one person denies it. */
class CasesApiIT extends ApiCalls {
  @Test
  void a_reviewer_sees_waiting_cases_and_the_exact_bytes_to_disclose() throws Exception {
    Answer list = get("adams", Role.FIRST_REVIEWER, "/work-list");
    String sha256 = ConsoleData.draftSha256("R-000001");
    assertThat(list.body())
        .isEqualTo(
            JSON.readTree(
                """
                [{"fileId":"DHS-ICE_T_20261124_0001","requestId":"R-000001","state":"DRAFTED","draftSha256":"%s",
                  "draftedAt":"2026-11-24T14:02:00Z","lapsesAt":null}]
                """
                    .formatted(sha256)));

    Answer one = get("adams", Role.FIRST_REVIEWER, request("R-000001"));
    assertThat(one.body().path("draftSha256").asString()).isEqualTo(sha256);
    byte[] draft = Base64.getDecoder().decode(one.body().path("draft").asString());
    assertThat(draft).isEqualTo(ConsoleData.item("R-000001"));
    assertThat(one.body().path("asked").path("request").path("case").path("number").asString())
        .isEqualTo("HSI-2026-004411");
    assertThat(one.body().path("evidence").path("strategy").asString()).isEqualTo("TIN");
    assertThat(one.body().path("approvals")).isEmpty();
  }

  @Test
  void two_people_approve_the_same_bytes() throws Exception {
    Answer first = decide("adams", Role.FIRST_REVIEWER, "R-000001", "endorse");
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.body().path("state").asString()).isEqualTo("ENDORSED");

    Answer second = decide("baker", Role.COUNTERSIGNER, "R-000001", "countersign");
    assertThat(second.body().path("state").asString()).isEqualTo("COUNTERSIGNED");
  }

  @Test
  void the_first_reviewer_cannot_give_the_second_approval() throws Exception {
    cases.endorsed("R-000002", "cole");
    Answer same =
        decide("cole", "R-000002", "countersign", Role.FIRST_REVIEWER, Role.COUNTERSIGNER);
    assertThat(same.status()).isEqualTo(403);
    assertThat(same.type()).startsWith("application/problem+json");
    assertThat(same.body())
        .isEqualTo(
            JSON.readTree(
                """
                {"type":"urn:countersign:D404_SAME_APPROVER","title":"Both approvals would come from the same person.","status":403,
                 "detail":"D404_SAME_APPROVER  Request DHS-ICE_T_20261124_0001/R-000002: both approvals would be by cole, who endorsed it at 2026-11-24T14:20:00Z. A second, different reviewer must approve before 2026-11-25T14:20:00Z, when the first approval expires. Nothing was released.",
                 "instance":"/api/v1/requests/DHS-ICE_T_20261124_0001/R-000002/countersign","code":"D404_SAME_APPROVER"}
                """));
  }

  @Test
  void approval_of_an_outdated_draft_is_a_conflict_that_shows_the_new_draft() throws Exception {
    String body =
        "{\"draftSha256\":\"%s\",\"reason\":\"agrees\",\"identifiesInformant\":false,\"impairsInvestigation\":false}"
            .formatted("00".repeat(32));
    Answer stale = post("adams", request("R-000001") + "/endorse", body, Role.FIRST_REVIEWER);
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.code()).isEqualTo("D406_MANIFEST_CHANGED");
    assertThat(stale.body().path("draftSha256").asString())
        .isEqualTo(ConsoleData.draftSha256("R-000001"));

    Answer state = decide("ahmed", Role.FIRST_REVIEWER, "R-000002", "endorse");
    assertThat(state.status()).isEqualTo(409);
    assertThat(state.code()).isEqualTo("C409_OTHER_STATE");
    assertThat(state.body().path("state").asString()).isEqualTo("ENDORSED");
    assertThat(state.body().path("draftSha256").asString())
        .isEqualTo(ConsoleData.draftSha256("R-000002"));
  }

  @Test
  void a_decision_without_an_answer_or_a_reason_is_rejected() throws Exception {
    String sha256 = ConsoleData.draftSha256("R-000001");
    String path = request("R-000001") + "/endorse";
    Answer question =
        post(
            "adams",
            path,
            "{\"draftSha256\":\"%s\",\"reason\":\"agrees\",\"identifiesInformant\":false}"
                .formatted(sha256),
            Role.FIRST_REVIEWER);
    assertThat(question.status()).isEqualTo(422);
    assertThat(question.code()).isEqualTo("C422_QUESTION_UNANSWERED");
    Answer reason =
        post(
            "adams",
            path,
            "{\"draftSha256\":\"%s\",\"reason\":\" \",\"identifiesInformant\":false,\"impairsInvestigation\":false}"
                .formatted(sha256),
            Role.FIRST_REVIEWER);
    assertThat(reason.status()).isEqualTo(422);
    assertThat(reason.code()).isEqualTo("C422_NO_REASON");
    Answer no = post("baker", request("R-000001") + "/refuse", "{}", Role.COUNTERSIGNER);
    assertThat(no.status()).isEqualTo(422);
  }

  @Test
  void a_denial_by_either_reviewer_is_final() throws Exception {
    Answer no =
        post(
            "baker",
            request("R-000002") + "/refuse",
            "{\"reason\":\"The officer left the case\"}",
            Role.COUNTERSIGNER);
    assertThat(no.status()).isEqualTo(200);
    assertThat(no.body().path("state").asString()).isEqualTo("DECLINED");
    Answer late = decide("baker", Role.COUNTERSIGNER, "R-000002", "countersign");
    assertThat(late.status()).isEqualTo(409);
    Answer other =
        post(
            "adams",
            request("R-000002") + "/refuse",
            "{\"reason\":\"The officer left the case\"}",
            Role.FIRST_REVIEWER);
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.code()).isEqualTo("C409_OTHER_STATE");
  }

  @Test
  void only_two_counsel_together_can_lift_a_denial_by_counsel() throws Exception {
    String why = "{\"reason\":\"The order was corrected\"}";
    post("carla", request("R-000001") + "/refuse", why, Role.COUNSEL);

    Answer denied = decide("adams", Role.FIRST_REVIEWER, "R-000001", "endorse");
    assertThat(denied.status()).isEqualTo(403);
    assertThat(denied.code()).isEqualTo("A110_COUNSEL_REFUSED");
    assertThat(denied.body().path("title").asString()).isEqualTo("Counsel denied it.");
    String take = "/files/" + ConsoleData.FILE + "/requests/R-000001/take";
    assertThat(post("adams", take, why, Role.FIRST_REVIEWER).code())
        .isEqualTo("A110_COUNSEL_REFUSED");

    Answer alone = post("carla", request("R-000001") + "/reconsider", why, Role.COUNSEL);
    assertThat(alone.body().path("state").asString()).isEqualTo("DECLINED");
    Answer same = post("carla", request("R-000001") + "/lift", why, Role.COUNSEL);
    assertThat(same.status()).isEqualTo(403);
    assertThat(same.code()).isEqualTo("D404_SAME_APPROVER");
    Answer lifted = post("celia", request("R-000001") + "/lift", why, Role.COUNSEL);
    assertThat(lifted.body().path("state").asString()).isEqualTo("DRAFTED");
    Answer endorsed = decide("adams", Role.FIRST_REVIEWER, "R-000001", "endorse");
    assertThat(endorsed.body().path("state").asString()).isEqualTo("ENDORSED");
  }

  @Test
  void an_operators_attempt_to_override_counsel_is_rejected_as_usual_and_recorded()
      throws Exception {
    String why = "{\"reason\":\"Not lawful\"}";
    post("carla", request("R-000001") + "/refuse", why, Role.COUNSEL);

    Answer refused = decide("oscar", Role.OPERATOR, "R-000001", "endorse");
    Answer another = decide("oscar", Role.OPERATOR, "R-000002", "endorse");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body().toString())
        .isEqualTo(another.body().toString().replace("R-000002", "R-000001"))
        .doesNotContain("A110");
    post("oscar", "/files/" + ConsoleData.FILE + "/requests/R-000001/take", why, Role.OPERATOR);
    String key = ConsoleData.FILE + "/R-000001 by oscar";
    assertThat(attempts()).containsExactly("endorse " + key, "take " + key);
  }

  @Test
  void an_attempt_without_the_role_on_a_file_that_counsel_denied_is_recorded() throws Exception {
    String why = "{\"reason\":\"Hurry\"}";
    String refuse = "/files/" + ConsoleData.HELD + "/refuse";
    assertThat(post("carla", refuse, why, Role.COUNSEL).status()).isEqualTo(200);
    for (String file : List.of(ConsoleData.HELD, ConsoleData.QUARANTINED)) {
      Answer denied = post("oscar", "/files/" + file + "/take", why, Role.OPERATOR);
      assertThat(denied.status()).isEqualTo(403);
      assertThat(denied.body().toString()).doesNotContain("A110");
    }
    assertThat(attempts()).containsExactly("take " + ConsoleData.HELD + " by oscar");
  }
}
