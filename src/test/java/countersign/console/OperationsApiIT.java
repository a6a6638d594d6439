package countersign.console;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.lifecycle.WorkQueue;
import countersign.request.Role;
import countersign.testkit.ConsoleData;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Calls for queues, parked work and stops. */
class OperationsApiIT extends ApiCalls {
  @Autowired PlayedReload reload;

  @Test
  void one_list_shows_queues_and_work_for_people() throws Exception {
    world.console().password(accounts, "adams", Role.FIRST_REVIEWER);
    Answer queues = get("oscar", Role.OPERATOR, "/queues");
    assertThat(queues.body().findValuesAsString("queue"))
        .containsExactly(
            "read",
            "judge",
            "acknowledge",
            "lookup",
            "endorse",
            "countersign",
            "release",
            "seal",
            "deliver");
    JsonNode lookup = queues.body().get(3);
    assertThat(lookup.path("depth").asInt()).isOne();
    assertThat(lookup.path("consumers").asInt()).isEqualTo(2);
    assertThat(queues.body().get(4).path("kind").asString()).isEqualTo("PEOPLE");
    assertThat(queues.body().get(4).path("consumers").asInt()).isPositive();
  }

  @Test
  void an_inbox_shows_the_entries_that_are_set_aside_with_their_cause() throws Exception {
    JsonNode inbox = get("oscar", Role.OPERATOR, "/inboxes").body().get(0);
    assertThat(inbox.path("missingFolders")).isEmpty();
    JsonNode aside = inbox.path("aside").get(0);
    assertThat(aside.path("name").asString()).startsWith("unpublished-");
    assertThat(aside.path("cause").asString()).isEqualTo("NOT_FETCHED");
  }

  @Test
  void a_retry_needs_a_reason_which_is_stored_outside_the_ledger() throws Exception {
    String id = ConsoleData.FILE + "/77";
    world.console().work("seal", id, "PARKED", 20, "D409_CRYPTO");
    Answer parked = get("oscar", Role.OPERATOR, "/parked");
    assertThat(parked.body().findValuesAsString("cause")).contains("D409_CRYPTO");

    String body = "{\"queue\":\"seal\",\"id\":\"%s\",\"reason\":\"%s\"}";
    Answer silent = post("oscar", "/parked/retry", body.formatted(id, ""), Role.OPERATOR);
    assertThat(silent.status()).isEqualTo(422);
    Answer again = post("oscar", "/parked/retry", body.formatted(id, "new key"), Role.OPERATOR);
    assertThat(again.status()).isEqualTo(200);
    Answer twice = post("oscar", "/parked/retry", body.formatted(id, "new key"), Role.OPERATOR);
    assertThat(twice.status()).isEqualTo(409);
    assertThat(ledger.history(id)).extracting(event -> event.verb().storedName()).contains("retry");
    assertThat(ledger.history(id)).noneMatch(event -> event.facts().containsValue("new key"));
    assertThat(
            world
                .tampering()
                .sql("select account || ': ' || words from remark where subject = ?")
                .param(id)
                .query(String.class)
                .list())
        .containsExactly("oscar: new key");
    jdbc.sql("delete from work where id = ?").param(id).update();
  }

  @Test
  void an_operator_pauses_a_partner_with_a_reason_and_reloads_only_what_is_right()
      throws Exception {
    String reason = "{\"reason\":\"maintenance\"}";
    assertThat(post("oscar", "/partners/none/pause", reason, Role.OPERATOR).status())
        .isEqualTo(404);
    assertThat(post("oscar", "/partners/dhs-ice/pause", "{}", Role.OPERATOR).status())
        .isEqualTo(422);
    assertThat(post("oscar", "/partners/dhs-ice/resume", reason, Role.OPERATOR).status())
        .isEqualTo(409);
    assertThat(post("oscar", "/partners/dhs-ice/pause", reason, Role.OPERATOR).status())
        .isEqualTo(200);
    assertThat(get("oscar", Role.OPERATOR, "/partners").body().findValuesAsString("pausedBy"))
        .contains("oscar");
    assertThat(post("oscar", "/partners/dhs-ice/resume", reason, Role.OPERATOR).status())
        .isEqualTo(200);
    assertThat(ledger.history("partner/dhs-ice"))
        .extracting(event -> event.verb().storedName())
        .containsExactly("pause", "resume");
    reload.finds(List.of("partners/x.yaml: added"), List.of("UNSIGNED  registers/x.yaml"));
    Answer refused = post("oscar", "/partners/reload", reason, Role.OPERATOR);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().path("code").asString()).isEqualTo("C409_RELOAD_REFUSED");
    assertThat(refused.body().toString()).contains("UNSIGNED  registers/x.yaml");
    reload.finds(List.of("partners/x.yaml: added"), List.of());
    assertThat(post("oscar", "/partners/reload", reason, Role.OPERATOR).status()).isEqualTo(200);
  }

  @Test
  void only_work_before_the_end_of_the_screening_can_be_discarded() throws Exception {
    String id = ConsoleData.FILE + ".rsp.BCDEFGHI";
    for (WorkQueue queue : WorkQueue.values()) {
      world.console().work(queue.queueName(), id, "PARKED", 20, "SFTP_DOWN");
      String body =
          "{\"queue\":\"%s\",\"id\":\"%s\",\"reason\":\"Given up\"}"
              .formatted(queue.queueName(), id);
      Answer answer = post("oscar", "/parked/discard", body, Role.OPERATOR);
      boolean screened = queue != WorkQueue.READ && queue != WorkQueue.JUDGE;
      assertThat(answer.status()).as(queue.name()).isEqualTo(screened ? 409 : 200);
      if (screened) {
        assertThat(answer.body().path("code").asString()).isEqualTo("C409_OWES_AN_ANSWER");
        assertThat(answer.body().path("detail").asString()).contains("retry it");
      }
    }
    assertThat(
            world
                .tampering()
                .sql("select count(*) from work where id = ? and state = 'PARKED'")
                .param(id)
                .query(Long.class)
                .single())
        .isEqualTo(WorkQueue.values().length - 2);
    jdbc.sql("delete from work where id = ?").param(id).update();
  }

  @Test
  void a_character_that_cannot_be_stored_is_answered_400_and_never_500() throws Exception {
    String id = "DHS-ICE_T_20261124_0001\\u0000";
    for (Answer answer :
        List.of(
            post("carla", "/stops", "{\"reason\":\"a\\u0000b\"}", Role.COUNSEL),
            post("carla", "/stops", "{\"reason\":\"a\\ud800b\"}", Role.COUNSEL),
            post(
                "carla",
                "/stops",
                "{\"scope\":\"AGENCY\",\"value\":\"a\\u0000b\",\"reason\":\"x\"}",
                Role.COUNSEL),
            post(
                "oscar",
                "/parked/retry",
                "{\"queue\":\"deliver\",\"id\":\"%s\",\"reason\":\"x\"}".formatted(id),
                Role.OPERATOR))) {
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body().path("code").asString()).isEqualTo("C400_MALFORMED");
    }
  }
}
