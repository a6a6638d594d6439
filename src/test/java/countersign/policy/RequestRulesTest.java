package countersign.policy;

import static countersign.policy.PolicyFixtures.codes;
import static countersign.request.ReasonCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import countersign.request.Request;
import countersign.request.Request.Address;
import countersign.request.Request.Officer;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule over one request, on a request that is fine but for one thing. */
@Proves({"R6", "R7", "R8", "R16", "R29", "R30", "R31", "R32", "R38", "R40"})
class RequestRulesTest {

  @Test
  void a_complete_request_meets_no_objection() {
    assertThat(codes(draft -> {})).isEmpty();
  }

  @Test
  void an_empty_request_meets_every_missing_code_once_and_sorted() {
    Request nothing =
        new Request(
            null,
            null,
            null,
            List.of(),
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            Collections.emptyMap(),
            null);
    RequestContext context =
        PolicyFixtures.context(countersign.request.Environment.T, PolicyFixtures.NOW);
    assertThat(
            new Policy(PolicyFixtures.authority(countersign.request.Environment.T))
                .screen(nothing, context))
        .containsExactly(
            A106_CIVIL_PURPOSE,
            A108_OUT_OF_SCOPE_NEEDS_COURT_ORDER,
            R201_NAME_MISSING,
            R202_ADDRESS_MISSING,
            R203_ADDRESS_INCOMPLETE,
            R208_STATE_ZIP_INVALID,
            R209_TAX_PERIOD,
            R210_STATUTE_MISSING,
            R211_REASON_MISSING,
            R213_OFFICER_MISSING,
            R220_NO_ACTIVE_CRIMINAL_CASE,
            R223_NO_SECOND_IDENTIFIER,
            R230_FINAL_ORDER_DATE,
            R232_ORDER_NOT_FINAL,
            R233_NOT_1227A_CLASS,
            R235_STATUS_NOT_STATED,
            R236_ORDER_NUMBER);
  }

  @Test
  void only_the_mailing_address_is_served() {
    assertThat(codes(draft -> draft.elements = List.of(" MAILING_ADDRESS "))).isEmpty();
    for (List<String> elements :
        List.of(
            List.<String>of(),
            List.of("EMPLOYER"),
            List.of("mailing_address"),
            List.of("MAILING_ADDRESS", "EMPLOYER"),
            List.of("MAILING_ADDRESS", "MAILING_ADDRESS"))) {
      assertThat(codes(draft -> draft.elements = elements))
          .containsExactly(A108_OUT_OF_SCOPE_NEEDS_COURT_ORDER);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8 U.S.C. 1253(a)(1)(A)",
        "8 U.S.C. § 1253(a)(1)(A)",
        "8 usc 1253(a)(1)(A)",
        " 8  USC   1253(a)(1)(A) "
      })
  void a_citation_may_be_written_in_several_ways(String statute) {
    assertThat(codes(draft -> draft.statute = statute)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', R210",
    "§, R210",
    "illegal reentry, R210",
    "8 USC, R210",
    "USC 1253(a)(1)(A), R210",
    "8USC 1253(a)(1)(A), R210",
    "8 USC 1253 (a)(1)(A), R210",
    "8 USC 1253(a)(1)(A) and others, R210",
    "800 USC 1253(a)(1)(A), R210",
    "8 USC 1253(a), A105",
    "8 USC 1253(a)(1), A105",
    "8 USC 1253(a)(1)(A)(i), A105",
    "8 USC 1253(A)(1)(a), A105",
    "8 USC 1253(a)(1)(E), A105",
    "8 USC 1231(a), A105",
    "8 USC 1229a, A105",
    "8 USC 1182(a)(6)(A)(i), A105",
    "8 cfr 1241.1, A105",
    "26 USC 7201, A105",
  })
  void a_statute_is_on_the_list_at_its_paragraph(String statute, String code) {
    assertThat(codes(draft -> draft.statute = statute))
        .containsExactly(
            code.equals("R210") ? R210_STATUTE_MISSING : A105_STATUTE_NOT_CRIMINAL_NONTAX);
  }

  @ParameterizedTest
  @CsvSource({
    "B, travelDocumentRequestedOn, travelDocumentRefusal",
    "C, preventionAct, preventionOn",
    "D, reportPlace, reportTime",
  })
  void other_paragraphs_have_a_checklist_of_their_own(String limb, String one, String other) {
    String statute = "8 USC 1253(a)(1)(" + limb + ")";
    assertThat(codes(draft -> draft.statute = statute)).containsExactly(R237_ELEMENTS_NOT_STATED);
    assertThat(
            codes(
                draft -> {
                  draft.statute = statute;
                  draft.facts.put(one, "stated");
                  draft.facts.put(other, " ");
                }))
        .containsExactly(R237_ELEMENTS_NOT_STATED);
    assertThat(
            codes(
                draft -> {
                  draft.statute = statute;
                  draft.facts.put(one, "stated");
                  draft.facts.put(other, "stated");
                }))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "REMOVAL", "LOCATE", "ARREST_ADMIN", "investigation"})
  void a_purpose_is_criminal(String purpose) {
    assertThat(codes(draft -> draft.purpose = purpose)).containsExactly(A106_CIVIL_PURPOSE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "civil",
        "an administrative arrest",
        "administrative warrant",
        "Enforcement and Removal Operations",
        "for ERO.",
        "locate for removal",
        "to locate and remove",
        "detain",
        "detainer",
        "pick-up",
        "pick up",
        "to deport",
        "for removal",
        "effect removal",
        "execute the removal order"
      })
  void a_reason_that_speaks_of_a_civil_purpose_waits_for_a_person(String phrase) {
    assertThat(codes(draft -> draft.reason = "Case HSI-2026-004411, " + phrase))
        .containsExactly(A116_PURPOSE_TEXT_REVIEW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "failed to depart under the removal order",
        "court hearing missed",
        "was detained before",
        "uncivilised zero hero",
        "the removal"
      })
  void other_words_of_the_same_trade_do_not(String phrase) {
    assertThat(codes(draft -> draft.reason = "Case HSI-2026-004411, " + phrase)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2000", "2026", "2021;2022;2023;2024;2025;2026", " 2024 "})
  void taxable_periods_are_years(String years) {
    assertThat(codes(draft -> draft.taxPeriods = List.of(years.split(";")))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALL",
        "2031",
        "2027",
        "1999",
        "2024-2026",
        "24",
        "",
        "2024;ALL",
        "２０２４",
        "+2024",
        "2020;2021;2022;2023;2024;2025;2026"
      })
  void taxable_periods_are_a_closed_list(String years) {
    assertThat(codes(draft -> draft.taxPeriods = List.of(years.split(";"))))
        .containsExactly(R209_TAX_PERIOD);
  }

  @Test
  void no_taxable_period_is_none() {
    assertThat(codes(draft -> draft.taxPeriods = List.of())).containsExactly(R209_TAX_PERIOD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HSI-2026-004411",
        "Subject of case HSI-2026-004411.",
        "see (hsi-2026-004411), page 3",
        "HSI-2026-004411: willful failure"
      })
  void a_reason_mentions_the_case(String reason) {
    assertThat(codes(draft -> draft.reason = reason)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u200b",
        "Willful failure to depart",
        "HSI-2026-0044112",
        "XHSI-2026-004411",
        "HSI-2026-004411-B"
      })
  void a_reason_without_the_case_is_none(String reason) {
    assertThat(codes(draft -> draft.reason = reason)).containsExactly(R211_REASON_MISSING);
  }

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

  @Test
  void eight_officers_are_the_most() {
    Officer officer = new Officer("OFF-0417", null, null);
    assertThat(codes(draft -> draft.officers = Collections.nCopies(8, officer))).isEmpty();
    assertThat(codes(draft -> draft.officers = Collections.nCopies(9, officer)))
        .containsExactly(F109_SCHEMA);
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
  void a_protected_status_is_stated_and_looked_at(String status, String code) {
    assertThat(codes(draft -> draft.protectedStatus = status).stream().map(Enum::name))
        .allMatch(name -> !code.isEmpty() && name.startsWith(code + "_"))
        .hasSize(code.isEmpty() ? 0 : 1);
  }

  @Test
  void last_line_and_delivery_line_are_judged_apart() {
    assertThat(codes(draft -> draft.address = new Address("N/A", null, "Chicago", "IL", "90210")))
        .containsExactly(R204_ADDRESS_PLACEHOLDER, R208_STATE_ZIP_INVALID);
  }
}
