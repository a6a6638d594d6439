package countersign.console;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.request.Role;
import countersign.reviewdesk.DeskFixtures;
import countersign.testkit.ConsoleData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Calls with which reviewers share cases. */
class DeskApiIT extends ApiCalls {
  private static final Role FIRST = Role.FIRST_REVIEWER;

  @Test
  void the_next_case_is_claimed_for_the_caller_and_offered_to_nobody_else() throws Exception {
    assertThat(post("adams", "/work-list/next?agency=DHS-OTHER", "{}", FIRST).status())
        .isEqualTo(204);
    assertThat(post("adams", "/work-list/next?state=ENDORSED", "{}", FIRST).status())
        .isEqualTo(204);
    Answer next = post("adams", "/work-list/next?agency=dhs-ice", "{}", FIRST);
    assertThat(next.status()).isEqualTo(200);
    assertThat(next.body().path("requestId").asString()).isEqualTo("R-000001");
    assertThat(next.body().path("claimedBy").asString()).isEqualTo("adams");

    assertThat(get("ellis", FIRST, "/work-list").body()).isEmpty();
    assertThat(post("ellis", "/work-list/next", "{}", FIRST).status()).isEqualTo(204);
    Answer late = post("ellis", request("R-000001") + "/claim", "{}", FIRST);
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.code()).isEqualTo("C409_CLAIMED");
    assertThat(late.body().path("detail").asString())
        .startsWith("Request DHS-ICE_T_20261124_0001/R-000001: adams was faster");
    Answer decided = decide("ellis", FIRST, "R-000001", "endorse");
    assertThat(decided.status()).isEqualTo(409);
    assertThat(decided.code()).isEqualTo("C409_CLAIMED");

    Answer back = post("adams", request("R-000001") + "/unclaim", "{}", FIRST);
    assertThat(back.body().path("ended").asBoolean()).isTrue();
    assertThat(decide("ellis", FIRST, "R-000001", "endorse").status()).isEqualTo(200);
  }

  @Test
  void a_call_of_the_desk_has_exactly_the_published_form() throws Exception {
    for (String body : new String[] {"", "[]", "{\"a\":1}", "{}{}", "nothing"}) {
      assertThat(post("adams", "/work-list/next", body, FIRST).status()).as(body).isEqualTo(400);
      assertThat(post("adams", request("R-000001") + "/claim", body, FIRST).status())
          .as(body)
          .isEqualTo(400);
    }
    assertThat(get("adams", FIRST, "/work-list").body().path(0).has("claimedBy")).isFalse();
    assertThat(post("adams", request("R-000009") + "/claim", "{}", FIRST).status()).isEqualTo(404);
    Answer other = post("adams", request("R-000002") + "/claim", "{}", FIRST);
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.code()).isEqualTo("C409_OTHER_STATE");
  }

  @Test
  void only_the_author_reads_a_kept_reason_and_it_goes_with_the_decision() throws Exception {
    String path = request("R-000001") + "/reasons";
    String text = "{\"purpose\":\"ENDORSE\",\"text\":\"Order and dates agree.\"}";
    assertThat(post("adams", path, text, FIRST).body().path("ENDORSE").asString())
        .isEqualTo("Order and dates agree.");
    assertThat(get("ellis", FIRST, path).body()).isEmpty();
    assertThat(get("carla", Role.COUNSEL, path).body()).isEmpty();

    decide("adams", FIRST, "R-000001", "endorse");

    assertThat(get("adams", FIRST, path).body()).isEmpty();
    assertThat(post("adams", path, "{\"purpose\":\"X\",\"text\":\"a\"}", FIRST).status())
        .isEqualTo(400);
    String tooLong = "{\"purpose\":\"DENY\",\"text\":\"%s\"}".formatted("a".repeat(2001));
    assertThat(post("adams", path, tooLong, FIRST).status()).isEqualTo(422);
  }

  @ParameterizedTest
  @CsvSource({
    "false, false, endorse, ENDORSED, ''",
    "true, false, endorse, DECLINED, D401_IMPAIRMENT",
    "false, true, endorse, DECLINED, D401_IMPAIRMENT",
    "true, true, endorse, DECLINED, D401_IMPAIRMENT"
  })
  void the_answers_decide_as_they_are_described(
      boolean informant, boolean impairs, String step, String state, String code) throws Exception {
    String body =
        "{\"draftSha256\":\"%s\",\"reason\":\"read\",\"identifiesInformant\":%s,\"impairsInvestigation\":%s}"
            .formatted(ConsoleData.draftSha256("R-000001"), informant, impairs);
    Answer answer = post("adams", request("R-000001") + "/" + step, body, FIRST);
    assertThat(answer.body().path("state").asString()).isEqualTo(state);
    JsonNode decision = get("adams", FIRST, request("R-000001")).body().path("approvals").path(0);
    assertThat(decision.path("code").asString("")).isEqualTo(code);
  }

  @Test
  void the_list_of_held_items_says_what_is_missing_and_when_they_lapse() throws Exception {
    JsonNode all = get("adams", FIRST, "/work-list/held").body();
    JsonNode held = get("adams", FIRST, "/work-list/held?agency=dhs-ice").body();
    assertThat(held).as("every file of the exchange is this agency's").isEqualTo(all);
    assertThat(get("adams", FIRST, "/work-list/held?agency=DHS").body()).isEmpty();
    JsonNode lapsing = get("adams", FIRST, "/work-list/held?dueWithinHours=100000").body();
    assertThat(lapsing.findValuesAsString("requestId")).contains("R-000004");
    for (JsonNode item : lapsing) {
      assertThat(item.path("lapsesAt").isNull()).as("a time runs: %s", item).isFalse();
    }
    assertThat(lapsing.size())
        .isEqualTo(all.findValues("lapsesAt").stream().filter(at -> !at.isNull()).count());
    assertThat(get("adams", FIRST, "/work-list/held?dueWithinHours=0").body()).isEmpty();
    assertThat(held.findValuesAsString("fileId"))
        .contains(ConsoleData.HELD, ConsoleData.QUARANTINED, ConsoleData.FILE);
    for (JsonNode item : held) {
      assertThat(item.path("missing").asString()).isNotBlank();
      if (item.path("requestId").asString("").equals("R-000004")) {
        assertThat(item.path("codes").path(0).asString()).isEqualTo("R234_PROTECTED_STATUS");
        assertThat(item.path("lapsesAt").isNull()).isFalse();
      }
      if (item.path("fileId").asString().equals(ConsoleData.BLOCKED)) {
        assertThat(item.path("lapsesAt").isNull()).as("a block stops the time").isTrue();
      }
    }
  }

  @Test
  void a_control_case_is_a_request_for_reviewers_and_nothing_for_everybody_else() throws Exception {
    DeskFixtures.controlCaseLike(world, ConsoleData.key("R-000001"));
    String control = request("R-000007");
    JsonNode list = get("adams", FIRST, "/work-list").body();
    assertThat(list.findValuesAsString("requestId")).containsExactly("R-000001", "R-000007");
    assertThat(list.path(0).propertyNames()).isEqualTo(list.path(1).propertyNames());
    JsonNode one = get("adams", FIRST, control).body();
    assertThat(one.propertyNames())
        .isEqualTo(get("adams", FIRST, request("R-000001")).body().propertyNames());
    assertThat(get("adams", FIRST, control + "/rules").status()).isEqualTo(200);
    JsonNode file = get("adams", FIRST, "/files/" + ConsoleData.FILE).body();
    JsonNode real = get("oscar", Role.OPERATOR, "/files/" + ConsoleData.FILE).body();
    assertThat(file.path("requests").asInt()).isEqualTo(real.path("requests").asInt() + 1);

    for (Role role : new Role[] {Role.OPERATOR, Role.AUDITOR, Role.SUBMITTER, Role.COUNSEL}) {
      String name = "sees-" + role.name().toLowerCase(java.util.Locale.ROOT);
      assertThat(get(name, role, control).status()).as("%s", role).isEqualTo(404);
      assertThat(get(name, role, control + "/rules").status()).as("%s", role).isEqualTo(404);
    }
    JsonNode results = get("petra", Role.PRIVACY_OFFICER, "/control-cases").body();
    assertThat(results.path(0).path("result").asString()).isEqualTo("OPEN");
    assertThat(results.path(0).path("openedBy").path(0).asString()).isEqualTo("adams");
  }
}
