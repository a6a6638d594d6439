package countersign.console;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.access.Permission;
import countersign.request.ReasonCode;
import countersign.request.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The call that returns every rule's result: clauses and field names, no value. */
class RulesApiIT extends ApiCalls {

  private static JsonNode rule(JsonNode explanation, String id) {
    for (JsonNode stage : explanation.path("stages")) {
      for (JsonNode rule : stage.path("rules")) {
        if (rule.path("rule").asString().equals(id)) {
          return rule;
        }
      }
    }
    throw new AssertionError("There is no rule " + id);
  }

  private static String rules(String requestId) {
    return request(requestId) + "/rules";
  }

  @Test
  void a_rejected_request_shows_each_rules_result_and_clause() throws Exception {
    Answer answer = get("sam", Role.SUBMITTER, rules("R-000003"));

    assertThat(answer.status()).isEqualTo(200);
    JsonNode body = answer.body();
    assertThat(body.path("requestId").asString()).isEqualTo("R-000003");
    assertThat(body.path("state").asString()).isEqualTo("REFUSED");
    assertThat(body.path("receivedAt").asString()).isEqualTo("2026-11-24T14:00:00Z");
    assertThat(body.path("lookedUp").asBoolean()).isFalse();
    assertThat(rule(body, "R23-R25, R27"))
        .isEqualTo(
            JSON.readTree(
                """
                {"rule":"R23-R25, R27","basis":"COURT","source":"26 USC 6103(i)(2)(B)(i); finding of 26 February 2026",
                 "sentence":"The request states a complete address of the taxpayer, not a placeholder",
                 "fields":["address.line1","address.line2","address.city","address.state","address.postalCode"],"word":"OBJECTED",
                 "codes":[{"code":"R203_ADDRESS_INCOMPLETE","tier":"REJECT","sentence":"The address has no complete delivery line, or it has no city."}]}
                """));
    assertThat(rule(body, "R22").path("word").asString()).isEqualTo("NO_OBJECTION");
    assertThat(body.path("beside")).isEmpty();
  }

  @Test
  void a_condition_of_the_agreement_is_listed_as_a_rule() throws Exception {
    JsonNode body = get("sam", Role.SUBMITTER, rules("R-000004")).body();

    JsonNode condition = rule(body, "agreement irs-ice-2025: austin-only");
    assertThat(condition.path("word").asString()).isEqualTo("OBJECTED");
    assertThat(condition.path("codes").get(0).path("tier").asString()).isEqualTo("HOLD");
  }

  @Test
  void only_roles_that_may_open_the_page_may_make_the_call() throws Exception {
    Set<Role> may =
        Permission.table().stream()
            .filter(line -> line.path().equals("/requests/*/*/rules"))
            .findFirst()
            .orElseThrow()
            .roles();
    List<Role> answered = new ArrayList<>();
    for (Role role : Role.values()) {
      Answer answer =
          get("may-" + role.name().toLowerCase(java.util.Locale.ROOT), role, rules("R-000001"));
      if (answer.status() == 200) {
        answered.add(role);
      } else {
        assertThat(answer.status()).isEqualTo(403);
      }
    }
    assertThat(answered).containsExactlyInAnyOrderElementsOf(may);
  }

  @Test
  void only_roles_that_may_see_evidence_see_the_result_of_a_look_up() throws Exception {
    cases.undisclosed("R-000005", ReasonCode.M302_NAME_CONTROL_MISMATCH);

    JsonNode operator = get("oscar", Role.OPERATOR, rules("R-000005")).body();
    assertThat(operator.path("lookedUp").asBoolean()).isTrue();
    assertThat(operator.path("innerCode").isNull()).isTrue();
    assertThat(operator.toString()).doesNotContain("M302");
    JsonNode reviewer = get("adams", Role.FIRST_REVIEWER, rules("R-000005")).body();
    assertThat(reviewer.path("innerCode").asString()).isEqualTo("M302_NAME_CONTROL_MISMATCH");
  }

  @Test
  void the_answer_contains_no_value_of_the_request_and_repeats_no_unknown_id() throws Exception {
    String told = get("adams", Role.FIRST_REVIEWER, rules("R-000001")).body().toString();
    assertThat(told).doesNotContain("Maria", "Garcia", "900400001", "412 N", "HSI-2026");

    Answer unknown = get("sam", Role.SUBMITTER, rules("R-999999"));
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.code()).isEqualTo("C404_UNKNOWN");
    assertThat(unknown.body().path("detail").asString()).isNotBlank().doesNotContain("R-999999");
  }
}
