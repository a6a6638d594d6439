package countersign.policy;

import static countersign.policy.PolicyFixtures.codes;
import static countersign.request.ReasonCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import countersign.request.Request.Officer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R16, R31, R32, R38: the criminal case, its officers, and protected persons. */
@Proves({"R16", "R31", "R32", "R38"})
class CaseRulesTest {
  @ParameterizedTest
  @CsvSource({
    "'', 2026-06-02, OPEN, HSI Austin, true",
    "HSI, 2026-06-02, OPEN, HSI Austin, true",
    "HSI-1, '', OPEN, HSI Austin, true",
    "HSI-1, 2026-11-25, OPEN, HSI Austin, true",
    "HSI-1, 2026-6-2, OPEN, HSI Austin, true",
    "HSI-1, 2026-06-02, CLOSED, HSI Austin, true",
    "HSI-1, 2026-06-02, open, HSI Austin, true",
    "HSI-1, 2026-06-02, '', HSI Austin, true",
    "HSI-1, 2026-06-02, OPEN, ' ', true",
    "HSI-1, 2026-06-02, OPEN, HSI Austin, false",
    "HSI-1, 2026-06-02, OPEN, HSI Austin,",
  })
  void an_active_criminal_case_is_stated_in_full(
      String number, String openedOn, String status, String office, Boolean active) {
    assertThat(
            codes(
                draft -> {
                  draft.caseNumber = number;
                  draft.reason = "Case " + number;
                  draft.openedOn = openedOn;
                  draft.status = status;
                  draft.office = office;
                  draft.active = active;
                }))
        .containsExactly(R220_NO_ACTIVE_CRIMINAL_CASE);
  }

  @Test
  void a_case_opened_today_is_open() {
    assertThat(codes(draft -> draft.openedOn = "2026-11-24")).isEmpty();
    assertThat(codes(draft -> draft.withCase = false))
        .containsExactly(R220_NO_ACTIVE_CRIMINAL_CASE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OFF-9999",
        "OFF-0501",
        "OFF-0502",
        "OFF-0503",
        "OFF-0504",
        "OFF-0505",
        "off-0417"
      })
  void an_officer_is_enrolled_employed_an_investigator_and_has_a_key(String officerId) {
    assertThat(codes(draft -> draft.officers = List.of(new Officer(officerId, null, null))))
        .containsExactly(R214_OFFICER_NOT_ELIGIBLE);
    assertThat(
            codes(
                draft ->
                    draft.officers =
                        List.of(
                            new Officer("OFF-0417", null, null),
                            new Officer(officerId, null, null))))
        .containsExactly(R214_OFFICER_NOT_ELIGIBLE);
  }

  @Test
  void an_officer_is_named_by_id() {
    assertThat(codes(draft -> draft.officers = List.of())).containsExactly(R213_OFFICER_MISSING);
    assertThat(
            codes(draft -> draft.officers = List.of(new Officer(" ", "POINT OF CONTACT", "HSI"))))
        .containsExactly(R213_OFFICER_MISSING);
    assertThat(
            codes(
                draft ->
                    draft.officers =
                        List.of(
                            new Officer(null, null, null), new Officer("OFF-9999", null, null))))
        .containsExactly(R213_OFFICER_MISSING, R214_OFFICER_NOT_ELIGIBLE);
    assertThat(codes(draft -> draft.officers = List.of(new Officer("OFF-0417", "Another", "Name"))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, ''",
    "DEFERRED_ACTION, R234",
    "TPS, R234",
    "WITHHOLDING, R234",
    "PENDING_RELIEF, R234",
    "'', R235",
    "UNKNOWN, R235",
    "none, R235",
  })
  void a_protected_status_must_be_stated_and_is_held_for_review(String status, String code) {
    assertThat(codes(draft -> draft.protectedStatus = status).stream().map(Enum::name))
        .allMatch(name -> !code.isEmpty() && name.startsWith(code + "_"))
        .hasSize(code.isEmpty() ? 0 : 1);
  }
}
