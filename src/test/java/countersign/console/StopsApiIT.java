package countersign.console;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.request.Role;
import countersign.testkit.ConsoleData;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Calls that preview, set and lift stops and vetoes. */
class StopsApiIT extends ApiCalls {
  private static final String FILE_STOP =
      "{\"scope\":\"FILE\",\"value\":\"%s\",\"reason\":\"a doubt\"}".formatted(ConsoleData.FILE);

  @Test
  void one_person_sets_a_stop_and_two_people_lift_it() throws Exception {
    Answer set = post("oscar", "/stops", "{\"reason\":\"court order\"}", Role.OPERATOR);
    assertThat(set.status()).isEqualTo(201);
    assertThat(set.body().path("scope").asString()).isEqualTo("ALL");
    String lift = "/stops/" + set.body().path("id").asLong() + "/lift";

    Answer first = post("petra", lift, "{\"reason\":\"stayed\"}", Role.PRIVACY_OFFICER);
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.body().path("liftedBy").isNull()).isTrue();
    assertThat(first.body().at("/proposal/proposedBy").asString()).isEqualTo("petra");
    Answer own = post("petra", lift, "{\"reason\":\"stayed\"}", Role.PRIVACY_OFFICER);
    assertThat(own.status()).isEqualTo(403);
    assertThat(own.body().path("code").asString()).isEqualTo("S506_ACCESS");
    Answer second = post("carla", lift, "{\"reason\":\"order was stayed\"}", Role.COUNSEL);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.body().path("liftedBy").asString()).isEqualTo("carla");
  }

  @Test
  void a_value_that_nobody_knows_is_refused_with_a_code_and_never_repeated() throws Exception {
    for (String wanted :
        new String[] {
          "\"scope\":\"FILE\",\"value\":\"Zyxomorphos\"",
          "\"scope\":\"AGENCY\",\"value\":\"Zyxomorphos\"",
          "\"scope\":\"AGREEMENT\",\"value\":\"Zyxomorphos\"",
          "\"scope\":\"OFFICER\",\"value\":\"Zyxomorphos\"",
          "\"scope\":\"DISTRICT\",\"value\":\"Zyxomorphos\"",
          "\"scope\":\"SUBJECT\",\"value\":\"Zyxomorphos\"",
          "\"scope\":\"SUBJECT\",\"value\":\"90040000\"",
          "\"scope\":\"PICKED_UP\",\"value\":\"Zyxomorphos\"",
          "\"scope\":\"PICKED_UP\",\"value\":\"2026-02-30/2026-03-01\"",
          "\"scope\":\"PICKED_UP\",\"value\":\"2026-11-02/2026-11-01\"",
          "\"scope\":\"PICKED_UP\",\"value\":\"2999-11-02/2999-11-03\""
        }) {
      for (String path : new String[] {"/stops", "/stops/preview"}) {
        Answer answer =
            post("carla", path, "{%s,\"reason\":\"x\"}".formatted(wanted), Role.COUNSEL);
        assertThat(answer.status()).as(wanted).isEqualTo(422);
        assertThat(answer.body().path("code").asString()).isEqualTo("C422_UNKNOWN_VALUE");
        assertThat(answer.body().toString()).doesNotContain("Zyxomorphos", "90040000");
      }
    }
    assertThat(get("carla", Role.COUNSEL, "/stops").body()).isEmpty();
  }

  @Test
  void a_scope_without_a_value_and_everything_with_one_are_malformed() throws Exception {
    for (String wanted :
        new String[] {
          "\"scope\":\"FILE\"",
          "\"value\":\"DHS-ICE\"",
          "\"scope\":\"ALL\",\"value\":\"DHS-ICE\"",
          "\"scope\":\"agency\",\"value\":\"DHS-ICE\"",
          "\"kind\":\"VETO\"",
          "\"kind\":\"BAN\"",
          "\"kind\":\"VETO\",\"scope\":\"AGENCY\",\"value\":\"DHS-ICE\""
        }) {
      Answer answer =
          post("carla", "/stops", "{%s,\"reason\":\"x\"}".formatted(wanted), Role.COUNSEL);
      assertThat(answer.status()).as(wanted).isEqualTo(400);
    }
  }

  @Test
  void the_lists_of_values_contain_what_the_registers_and_tables_hold() throws Exception {
    assertThat(values("AGREEMENT")).contains("irs-ice-2025");
    assertThat(values("AGENCY")).contains("DHS-ICE");
    assertThat(values("FILE")).contains(ConsoleData.FILE, ConsoleData.HELD);
    assertThat(values("OFFICER")).contains("OFF-0417");
    assertThat(get("carla", Role.COUNSEL, "/stops/values?scope=DISTRICT").body()).hasSize(94);
    assertThat(get("carla", Role.COUNSEL, "/stops/values?scope=SUBJECT").body()).isEmpty();
    assertThat(get("carla", Role.COUNSEL, "/stops/values?scope=x").status()).isEqualTo(400);
  }

  @Test
  void a_preview_counts_by_state_and_lists_files_and_sets_nothing() throws Exception {
    JsonNode preview = post("oscar", "/stops/preview", FILE_STOP, Role.OPERATOR).body();

    assertThat(preview.path("held").asInt()).isEqualTo(1);
    assertThat(preview.path("taken").asInt()).isEqualTo(2);
    assertThat(preview.path("fileIds")).hasSize(1);
    assertThat(preview.path("catchesNothing").asBoolean()).isFalse();
    assertThat(get("carla", Role.COUNSEL, "/stops").body()).isEmpty();
    assertThat(post("oscar", "/stops", FILE_STOP, Role.OPERATOR).status()).isEqualTo(201);
  }

  @Test
  void a_stop_that_catches_nothing_is_set_only_with_a_flag() throws Exception {
    String days = "\"scope\":\"PICKED_UP\",\"value\":\"2001-01-01/2001-01-02\",\"reason\":\"x\"";
    Answer asked = post("oscar", "/stops", "{" + days + "}", Role.OPERATOR);
    assertThat(asked.status()).isEqualTo(409);
    assertThat(asked.body().path("code").asString()).isEqualTo("C409_CATCHES_NOTHING");

    String flagged = "{" + days + ",\"catchesNothing\":true}";
    assertThat(post("oscar", "/stops", flagged, Role.OPERATOR).status()).isEqualTo(201);
  }

  @Test
  void only_counsel_names_a_person_and_the_number_is_never_repeated() throws Exception {
    String person =
        "{\"scope\":\"SUBJECT\",\"value\":\"900409876\",\"reason\":\"x\",\"catchesNothing\":true}";
    assertThat(post("petra", "/stops", person, Role.PRIVACY_OFFICER).status()).isEqualTo(403);
    assertThat(post("oscar", "/stops/preview", person, Role.OPERATOR).status()).isEqualTo(403);

    Answer set = post("carla", "/stops", person, Role.COUNSEL);
    assertThat(set.status()).isEqualTo(201);
    assertThat(set.body().path("value").asString()).matches("person-[0-9a-f]{12}");
    assertThat(get("carla", Role.COUNSEL, "/stops").body().toString()).doesNotContain("900409876");

    String other = person.replace("900409876", "900409875");
    String previewed =
        other.replace("}", ",\"previewed\":\"" + set.body().path("value").asString() + "\"}");
    assertThat(post("carla", "/stops", previewed, Role.COUNSEL).status()).isEqualTo(409);
  }

  @Test
  void a_veto_on_a_file_stands_at_the_doors_of_the_api() throws Exception {
    String veto = FILE_STOP.replace("{", "{\"kind\":\"VETO\",");
    assertThat(post("oscar", "/stops", veto, Role.OPERATOR).status()).isEqualTo(403);
    String held = veto.replace(ConsoleData.FILE, ConsoleData.HELD);
    assertThat(post("carla", "/stops", veto, Role.COUNSEL).status()).isEqualTo(201);
    assertThat(post("carla", "/stops", held, Role.COUNSEL).status()).isEqualTo(201);
    String quarantined = veto.replace(ConsoleData.FILE, ConsoleData.QUARANTINED);
    assertThat(post("carla", "/stops", quarantined, Role.COUNSEL).status()).isEqualTo(201);

    String why = "{\"reason\":\"It is fine.\"}";
    String files = "/files/" + ConsoleData.FILE + "/requests/R-000004/take";
    assertVetoed(post("adams", files, why, Role.FIRST_REVIEWER));
    assertVetoed(post("adams", "/files/" + ConsoleData.HELD + "/take", why, Role.FIRST_REVIEWER));
    assertVetoed(post("oscar", "/files/" + ConsoleData.QUARANTINED + "/judge", why, Role.OPERATOR));
  }

  private static void assertVetoed(Answer answer) {
    assertThat(answer.status()).isIn(403, 409);
    assertThat(answer.body().path("code").asString()).isEqualTo("A110_COUNSEL_REFUSED");
  }

  private List<String> values(String scope) throws Exception {
    List<String> values = new ArrayList<>();
    get("carla", Role.COUNSEL, "/stops/values?scope=" + scope)
        .body()
        .forEach(one -> values.add(one.asString()));
    return values;
  }
}
