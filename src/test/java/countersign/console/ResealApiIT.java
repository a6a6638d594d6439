package countersign.console;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.request.Actor;
import countersign.request.Role;
import countersign.request.Verb;
import countersign.testkit.ConsoleData;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people have a response sealed anew, by calls. */
class ResealApiIT extends ApiCalls {
  private static final String ID = ConsoleData.FILE + ".rsp.RESEALED";
  private static final String BODY = "{\"id\":\"%s\",\"reason\":\"The bytes are lost.\"}";

  @BeforeEach
  void a_response_is_held() {
    world
        .tampering()
        .sql(
            """
            insert into response (id, file_id, group_id, partner, officers, final, state, released_at, release_event, review_by, sealed_at, sealed_bytes, sealed_sha256)
            values (?, ?, ?, 'dhs-ice', '{OFF-0401}', false, 'SEALED', now(), 1, current_date, now(), 'other', sha256('other'))
            """)
        .params(ID, ConsoleData.FILE, ConsoleData.FILE + "/g1")
        .update();
    world
        .lifecycle()
        .run(
            Actor.GATEWAY,
            change ->
                change.event(
                    Verb.HOLD,
                    ID,
                    Map.of("code", "D412_SEAL_NOT_VERIFIED", "cause", "OTHER_BYTES")));
    world.console().work("deliver", ID, "PARKED", 1, "D412_SEAL_NOT_VERIFIED");
  }

  @AfterEach
  void it_is_gone() {
    world.tampering().sql("delete from response where id = ?").param(ID).update();
    world.tampering().sql("delete from work where id = ?").param(ID).update();
  }

  @Test
  void an_operator_proposes_and_counsel_confirms() throws Exception {
    String body = BODY.formatted(ID);
    assertThat(reseal("carla", body, Role.COUNSEL).code()).isEqualTo("S506_ACCESS");
    assertThat(reseal("oscar", body, Role.OPERATOR).code()).isEqualTo("C403_NOT_ENROLLED");
    assertThat(reseal("evans", BODY.formatted("x"), Role.OPERATOR).code())
        .isEqualTo("C404_UNKNOWN");
    assertThat(
            reseal("evans", BODY.formatted(ConsoleData.FILE + ".rsp.ABCDEFGH"), Role.OPERATOR)
                .code())
        .isEqualTo("C409_OTHER_STATE");

    Answer proposed = reseal("evans", body, Role.OPERATOR);
    assertThat(proposed.body().path("outcome").asString()).isEqualTo("PROPOSED");
    assertThat(get("carla", Role.COUNSEL, "/parked").body().toString())
        .contains("\"proposedBy\":\"evans\"");
    assertThat(reseal("audrey", body, Role.AUDITOR).status()).isEqualTo(403);

    Answer confirmed = reseal("carla", body, Role.COUNSEL);
    assertThat(confirmed.body().path("outcome").asString()).isEqualTo("CONFIRMED");
    assertThat(world.list("select state from response where id = '" + ID + "'"))
        .containsExactly("RELEASED");
    assertThat(world.list("select stage from work where id = '" + ID + "'"))
        .containsExactly("seal");
    assertThat(reseal("evans", body, Role.OPERATOR).code()).isEqualTo("C409_OTHER_STATE");
  }

  private Answer reseal(String user, String body, Role role) throws Exception {
    return post(user, "/parked/reseal", body, role);
  }
}
