package countersign.console;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.ledger.Event;
import countersign.request.Role;
import countersign.request.Verb;
import countersign.testkit.ConsoleData;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who signed in from where and who saw what, as an auditor reads it. */
class AccessRecordIT extends ApiCalls {
  private static final String CASE = ConsoleData.FILE + "/R-000001";

  @Test
  void every_view_of_a_case_is_recorded_with_its_reader() throws Exception {
    get("vera", Role.FIRST_REVIEWER, request("R-000001"));
    get("vera", Role.FIRST_REVIEWER, request("R-000001") + "/rules");
    get("victor", Role.OPERATOR, request("R-000001"));
    get("vera", Role.FIRST_REVIEWER, request("R-999999"));

    assertThat(entries("subject=" + CASE, "VIEW"))
        .containsExactly(
            "victor VIEW STATUS " + CASE, "vera VIEW RULES " + CASE, "vera VIEW CASE " + CASE);
    assertThat(entries("account=vera&subject=" + ConsoleData.FILE, "VIEW"))
        .containsExactly("vera VIEW RULES " + CASE, "vera VIEW CASE " + CASE);
    List<Event> views =
        ledger.history(CASE).stream().filter(event -> event.verb() == Verb.VIEW).toList();
    assertThat(views).hasSize(3);
    assertThat(views.get(0).actor().id()).isEqualTo("vera");
    assertThat(views.get(0).facts()).isEqualTo(Map.of("what", "CASE", "source", "127.0.0.1"));
  }

  @Test
  void a_view_of_parked_work_is_recorded() throws Exception {
    get("walter", Role.OPERATOR, "/parked");
    assertThat(entries("account=walter", "VIEW"))
        .containsExactly("walter VIEW PARKED " + ConsoleData.FILE + ".rsp.ABCDEFGH");
  }

  @Test
  void calls_of_half_an_hour_are_one_sign_in() throws Exception {
    for (int i = 0; i < 3; i++) {
      get("xenia", Role.OPERATOR, "/files");
    }
    assertThat(entries("account=xenia", "SIGN_IN")).containsExactly("xenia SIGN_IN CALL ");
    world.passes(Duration.ofMinutes(31));
    get("xenia", Role.OPERATOR, "/files");
    assertThat(entries("account=xenia", "SIGN_IN")).hasSize(2);
  }

  @Test
  void failures_of_one_minute_are_one_event_and_no_typed_name_is_kept() throws Exception {
    world.passes(Duration.ofMinutes(2));
    get("audrey", Role.AUDITOR, "/access");
    world.console().password(accounts, "yvonne", Role.OPERATOR);
    long before = world.count("select count(*) from event where verb = 'sign_in_failed'");
    for (int i = 0; i < 4; i++) {
      accounts.signIn("yvonne", "wrong");
      accounts.signIn("maria-garcia" + i, "wrong");
    }
    assertThat(entries("account=yvonne", "SIGN_IN_FAILED")).as("the minute is not over").isEmpty();
    world.passes(Duration.ofMinutes(1));

    JsonNode found = get("audrey", Role.AUDITOR, "/access?account=yvonne").body();
    assertThat(found.findValuesAsString("kind")).containsExactly("SIGN_IN_FAILED", "LOCK");
    assertThat(found.get(0).path("times").asInt()).isEqualTo(4);
    assertThat(entries("account=unknown", "SIGN_IN_FAILED")).isNotEmpty();
    assertThat(world.count("select count(*) from event where verb = 'sign_in_failed'"))
        .isEqualTo(before + 1);
    assertThat(
            world.count(
                "select count(*) from event where convert_from(bytes, 'UTF8') like '%maria-garcia%'"))
        .isZero();
    assertThat(world.count("select count(*) from access_record where account like 'maria%'"))
        .isZero();
  }

  @Test
  void entries_are_filtered_by_day_and_paged() throws Exception {
    for (int i = 0; i < 101; i++) {
      get("zoe", Role.FIRST_REVIEWER, request("R-000002") + "/rules");
    }
    String asked = "/access?account=zoe&subject=" + ConsoleData.FILE + "/R-000002";
    JsonNode first = get("audrey", Role.AUDITOR, asked).body();
    assertThat(first).hasSize(100);
    String last = first.get(99).path("id").asString();
    assertThat(get("audrey", Role.AUDITOR, asked + "&before=" + last).body()).hasSize(1);
    String day = first.get(0).path("at").asString().substring(0, 10);
    assertThat(get("audrey", Role.AUDITOR, asked + "&day=" + day).body()).hasSize(100);
    assertThat(get("audrey", Role.AUDITOR, asked + "&day=2001-01-01").body()).isEmpty();
    assertThat(get("audrey", Role.AUDITOR, asked + "&day=yesterday").code())
        .isEqualTo("C400_MALFORMED");
  }

  @Test
  void only_auditors_and_the_privacy_officer_read_the_record() throws Exception {
    for (Role role : Role.values()) {
      int status =
          get("record-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-'), role, "/access")
              .status();
      assertThat(status)
          .as(role.name())
          .isEqualTo(Set.of(Role.AUDITOR, Role.PRIVACY_OFFICER).contains(role) ? 200 : 403);
    }
  }

  private List<String> entries(String query, String kind) throws Exception {
    List<JsonNode> all =
        get("audrey", Role.AUDITOR, "/access?" + query).body().valueStream().toList();
    return all.stream()
        .filter(entry -> entry.path("kind").asString().equals(kind))
        .map(
            entry ->
                String.join(
                    " ",
                    entry.path("account").asString(),
                    entry.path("kind").asString(),
                    entry.path("what").asString(),
                    entry.path("subject").asString()))
        .toList();
  }
}
