package countersign.console;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.request.FileId;
import countersign.request.Role;
import countersign.testkit.ConsoleData;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls that show files and decide about them. */
class FilesApiIT extends ApiCalls {
  @Test
  void a_file_has_counts_codes_and_times() throws Exception {
    Answer all = get("oscar", Role.OPERATOR, "/files");
    assertThat(all.status()).isEqualTo(200);
    assertThat(all.body()).hasSize(5);

    Answer one = get("oscar", Role.OPERATOR, "/files/" + ConsoleData.FILE);
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
    assertThat(held.body().findValuesAsString("id")).containsExactly(ConsoleData.HELD);
    assertThat(held.body().get(0).path("codes").get(0).asString()).isEqualTo("F113_LARGE_VOLUME");
  }

  @Test
  void reviewers_see_every_state_and_operators_see_four_states() throws Exception {
    Answer file = get("adams", Role.FIRST_REVIEWER, "/files/" + ConsoleData.FILE);
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
    String held = "/files/" + ConsoleData.HELD;
    Answer taken = post("carla", held + "/take", "{\"reason\":\"seen\"}", Role.COUNSEL);
    assertThat(taken.status()).isEqualTo(200);
    assertThat(taken.body().path("state").asString()).isEqualTo("IN_PROGRESS");
    Answer done =
        post("carla", "/files/" + ConsoleData.FILE + "/take", "{\"reason\":\"x\"}", Role.COUNSEL);
    assertThat(done.status()).isEqualTo(409);
    Answer judged =
        post(
            "oscar",
            "/files/" + ConsoleData.QUARANTINED + "/judge",
            "{\"reason\":\"disk is back\"}",
            Role.OPERATOR);
    assertThat(judged.status()).isEqualTo(200);
    assertThat(
            jdbc.sql("select count(*) from work where stage = 'judge' and id = ?")
                .param(ConsoleData.QUARANTINED)
                .query(Long.class)
                .single())
        .isOne();
  }

  @Test
  void only_a_role_that_may_decide_decides_and_only_held_requests() throws Exception {
    String requests = "/files/" + ConsoleData.FILE + "/requests/";
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
    assertThat(state("R-000004")).isEqualTo("HELD{R234_PROTECTED_STATUS}");

    assertThat(post("carla", requests + "R-000004/take", why, Role.COUNSEL).status())
        .isEqualTo(200);
    assertThat(state("R-000004")).isEqualTo("TAKEN{R234_PROTECTED_STATUS}");
  }

  @Test
  void a_denied_held_request_shows_whether_counsel_denied_it() throws Exception {
    String refuse = "/files/" + ConsoleData.FILE + "/requests/R-000004/refuse";
    String why = "{\"reason\":\"Status was read.\"}";
    assertThat(post("adams", refuse, why, Role.FIRST_REVIEWER).status()).isEqualTo(200);
    assertThat(state("R-000004")).contains("REFUSED", "A112").doesNotContain("A110");

    world.console().undecided();
    assertThat(post("carla", refuse, why, Role.COUNSEL).status()).isEqualTo(200);
    assertThat(state("R-000004")).contains("REFUSED", "A112", "A110");
  }

  @Test
  void a_blocked_or_unread_file_cannot_be_taken_and_the_answer_says_why() throws Exception {
    String why = "{\"reason\":\"The agency asks for it.\"}";
    Answer blocked = post("carla", "/files/" + ConsoleData.BLOCKED + "/take", why, Role.COUNSEL);
    assertThat(blocked.status()).isEqualTo(409);
    assertThat(blocked.code()).isEqualTo("A100_DISCLOSURE_DISABLED");
    assertThat(blocked.body().path("detail").asString())
        .isEqualTo(
            "A100_DISCLOSURE_DISABLED  File DHS-ICE_T_20261124_0005 cannot be taken while this block is in force. When the block ends, the gateway judges the file again by itself. Nothing was changed.");
    assertThat(world.state(new FileId(ConsoleData.BLOCKED))).isEqualTo("QUARANTINED");

    Answer unread = post("carla", "/files/" + ConsoleData.QUARANTINED + "/take", why, Role.COUNSEL);
    assertThat(unread.status()).isEqualTo(409);
    assertThat(unread.code()).isEqualTo("F120_NOT_JUDGED");
    assertThat(unread.body().path("detail").asString())
        .isEqualTo(
            "F120_NOT_JUDGED  File DHS-ICE_T_20261124_0004 cannot be taken because the gateway has not been able to read it yet. The gateway tries again by itself, and an operator can have it judged again at once. Nothing was changed.");
    assertThat(world.state(new FileId(ConsoleData.QUARANTINED))).isEqualTo("QUARANTINED");
  }

  @Test
  void a_blocked_or_unread_file_can_be_denied() throws Exception {
    String why = "{\"reason\":\"The agency asks for it.\"}";
    for (String file : List.of(ConsoleData.BLOCKED, ConsoleData.QUARANTINED)) {
      assertThat(post("carla", "/files/" + file + "/refuse", why, Role.COUNSEL).status())
          .isEqualTo(200);
      assertThat(world.state(new FileId(file))).isEqualTo("REFUSED");
    }
  }

  private String state(String request) {
    return world.told(ConsoleData.key(request));
  }
}
