package countersign.console;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.request.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The description of the API and its error answers. */
class ConsoleApiIT extends ApiCalls {
  @Test
  void errors_for_unknown_ids_and_malformed_calls_repeat_no_input() throws Exception {
    assertThat(get("oscar", Role.OPERATOR, "/files/DHS-ICE_T_20261124_9999").code())
        .isEqualTo("C404_UNKNOWN");
    assertThat(get("adams", Role.FIRST_REVIEWER, request("R-999999")).status()).isEqualTo(404);
    assertThat(get("adams", Role.FIRST_REVIEWER, "/requests/nonsense/secret-name").status())
        .isEqualTo(404);
    Answer malformed =
        post("adams", request("R-000001") + "/endorse", "{\"Maria\": oops", Role.FIRST_REVIEWER);
    assertThat(malformed.status()).isEqualTo(400);
    assertThat(malformed.body())
        .isEqualTo(
            JSON.readTree(
                """
                {"type":"urn:countersign:C400_MALFORMED","title":"The call does not have the published form.","status":400,
                 "detail":"/v3/api-docs describes this call.",
                 "instance":"/api/v1/requests/DHS-ICE_T_20261124_0001/R-000001/endorse","code":"C400_MALFORMED"}
                """));
    assertThat(get("oscar", Role.OPERATOR, "/files?state=WRONG").status()).isEqualTo(400);
  }

  @Test
  void a_body_of_another_type_is_answered_with_a_problem_document() throws Exception {
    Answer answer =
        postText("adams", request("R-000001") + "/endorse", "reason=Maria", Role.FIRST_REVIEWER);

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.type()).startsWith("application/problem+json");
    assertThat(answer.code()).isEqualTo("C400_MALFORMED");
    assertThat(answer.body().toString()).doesNotContain("Maria");
  }

  @Test
  void the_api_description_covers_the_calls() throws Exception {
    JsonNode docs = description();
    assertThat(docs.path("openapi").asString()).startsWith("3.");
    assertThat(docs.path("paths").propertyNames())
        .contains(
            "/api/v1/files",
            "/api/v1/files/{fileId}",
            "/api/v1/work-list",
            "/api/v1/requests/{fileId}/{requestId}",
            "/api/v1/requests/{fileId}/{requestId}/rules",
            "/api/v1/requests/{fileId}/{requestId}/endorse",
            "/api/v1/requests/{fileId}/{requestId}/countersign",
            "/api/v1/requests/{fileId}/{requestId}/refuse",
            "/api/v1/queues",
            "/api/v1/stops",
            "/api/v1/stops/preview",
            "/api/v1/stops/values",
            "/api/v1/stops/{id}/lift");
    docs.path("paths")
        .forEach(
            path -> path.forEach(call -> assertThat(call.path("summary").asString()).isNotEmpty()));
  }
}
