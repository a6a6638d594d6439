package countersign.console;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.access.Role;
import org.junit.jupiter.api.Test;

/** Files and where they stand, as a program reads them. */
class FilesApiIT extends ApiCalls {
  @Test
  void files_are_told_with_counts_codes_and_times() throws Exception {
    Answer all = get("oscar", Role.OPERATOR, "/files");
    assertThat(all.status()).isEqualTo(200);
    assertThat(all.body()).hasSize(4);

    Answer one = get("oscar", Role.OPERATOR, "/files/" + ConsoleWorld.FILE);
    assertThat(one.body())
        .isEqualTo(
            JSON.readTree(
                """
                {"id":"DHS-ICE_T_20261124_0001","partner":"dhs-ice","state":"IN_PROGRESS","requests":6,
                 "counts":{"REFUSED":1,"HELD":1,"TAKEN":3,"ANSWERED":1},"codes":[],
                 "times":{"receivedAt":"2026-11-24T14:00:00Z","judgedAt":"2026-11-24T14:00:02Z",
                  "acknowledgedAt":"2026-11-24T14:00:05Z","movedAt":"2026-11-24T14:00:06Z","answeredAt":null}}
                """));
    assertThat(one.body().toString())
        .as("fields stand in the order that was published")
        .startsWith("{\"id\":\"DHS-ICE_T_20261124_0001\",\"partner\":\"dhs-ice\",\"state\":")
        .contains("\"times\":{\"receivedAt\":\"2026-11-24T14:00:00Z\",\"judgedAt\":");

    Answer held = get("oscar", Role.OPERATOR, "/files?state=HELD");
    assertThat(held.body().findValuesAsString("id")).containsExactly(ConsoleWorld.HELD);
    assertThat(held.body().get(0).path("codes").get(0).asString()).isEqualTo("F113_LARGE_VOLUME");
  }

  @Test
  void reviewers_see_every_state_and_operators_four_words() throws Exception {
    Answer file = get("adams", Role.FIRST_REVIEWER, "/files/" + ConsoleWorld.FILE);
    assertThat(file.body().path("counts").path("DRAFTED").asInt()).isOne();
    assertThat(file.body().path("counts").path("DELIVERED").asInt()).isEqualTo(2);

    Answer early = get("oscar", Role.OPERATOR, request("R-000005"));
    assertThat(early.body().path("state").asString())
        .as("delivered, but others of its group are not answered")
        .isEqualTo("TAKEN");
    Answer whole = get("oscar", Role.OPERATOR, request("R-000006"));
    assertThat(whole.body().path("state").asString()).isEqualTo("ANSWERED");
    Answer refused = get("sam", Role.SUBMITTER, request("R-000003"));
    assertThat(refused.body())
        .isEqualTo(
            JSON.readTree(
                """
                {"fileId":"DHS-ICE_T_20261124_0001","requestId":"R-000003","state":"REFUSED","codes":["R203_ADDRESS_INCOMPLETE"]}
                """));
  }

  @Test
  void a_held_file_is_decided_and_a_quarantined_one_judged_again() throws Exception {
    String held = "/files/" + ConsoleWorld.HELD;
    Answer taken = post("carla", held + "/take", "{\"reason\":\"seen\"}", Role.COUNSEL);
    assertThat(taken.status()).isEqualTo(200);
    assertThat(this.held.decided()).containsExactly("take " + ConsoleWorld.HELD + " by carla");
    Answer done =
        post("carla", "/files/" + ConsoleWorld.FILE + "/take", "{\"reason\":\"x\"}", Role.COUNSEL);
    assertThat(done.status()).isEqualTo(409);
    Answer judged =
        post(
            "oscar",
            "/files/" + ConsoleWorld.QUARANTINED + "/judge",
            "{\"reason\":\"disk is back\"}",
            Role.OPERATOR);
    assertThat(judged.status()).isEqualTo(200);
    assertThat(
            jdbc.sql("select count(*) from work where stage = 'judge' and id = ?")
                .param(ConsoleWorld.QUARANTINED)
                .query(Long.class)
                .single())
        .isOne();
  }

  @Test
  void a_held_request_is_decided_by_those_who_decide_and_no_other_request_is() throws Exception {
    String requests = "/files/" + ConsoleWorld.FILE + "/requests/";
    String why = "{\"reason\":\"Status was read.\"}";
    assertThat(post("oscar", requests + "R-000004/take", why, Role.OPERATOR).status())
        .isEqualTo(403);
    assertThat(post("carla", requests + "R-000004/take", "{}", Role.COUNSEL).status())
        .isEqualTo(422);
    Answer other = post("carla", requests + "R-000003/take", why, Role.COUNSEL);
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.body().path("detail").asString()).contains("is REFUSED");
    assertThat(post("carla", requests + "R-000999/refuse", why, Role.COUNSEL).status())
        .isEqualTo(404);
    assertThat(held.decided()).isEmpty();

    assertThat(post("carla", requests + "R-000004/take", why, Role.COUNSEL).status())
        .isEqualTo(200);
    assertThat(post("adams", requests + "R-000004/refuse", why, Role.FIRST_REVIEWER).status())
        .isEqualTo(200);
    assertThat(post("carla", requests + "R-000004/refuse", why, Role.COUNSEL).status())
        .isEqualTo(200);
    assertThat(held.decided())
        .containsExactly(
            "take " + ConsoleWorld.FILE + "/R-000004 by carla",
            "refuse " + ConsoleWorld.FILE + "/R-000004 by adams: A112_HOLD_REFUSED",
            "refuse " + ConsoleWorld.FILE + "/R-000004 by carla: A110_COUNSEL_REFUSED");
  }
}
