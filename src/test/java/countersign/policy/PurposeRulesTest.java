package countersign.policy;

import static countersign.policy.PolicyFixtures.codes;
import static countersign.request.ReasonCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import countersign.authority.Agreement;
import countersign.request.Environment;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * R6 to R8, R29, R30, R40: what is requested, under which statute, and for which purpose, years and
 * reason.
 */
@Proves({"R6", "R7", "R8", "R29", "R30", "R40"})
class PurposeRulesTest {
  @Test
  void only_the_mailing_address_can_be_requested() {
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
  void a_statute_must_be_listed_with_its_exact_paragraph(String statute, String code) {
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
  void other_paragraphs_have_their_own_checklist(String limb, String one, String other) {
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
  void the_purpose_must_be_criminal(String purpose) {
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
  void a_reason_that_mentions_a_civil_purpose_is_held_for_review(String phrase) {
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
  void a_reason_with_similar_words_is_not_held(String phrase) {
    assertThat(codes(draft -> draft.reason = "Case HSI-2026-004411, " + phrase)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2000", "2026", "2021;2022;2023;2024;2025;2026", " 2024 "})
  void taxable_periods_must_be_years(String years) {
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
  void a_tax_period_that_is_listed_twice_counts_once() {
    List<String> six = List.of("2019", "2020", "2021", "2022", "2023", "2024");
    List<String> twice = new java.util.ArrayList<>(six);
    twice.addAll(List.of("2024", " 2019 "));
    assertThat(codes(draft -> draft.taxPeriods = twice)).isEmpty();
    twice.add("2018");
    assertThat(codes(draft -> draft.taxPeriods = twice)).containsExactly(R209_TAX_PERIOD);
  }

  @Test
  void a_request_without_a_taxable_period_is_refused() {
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
  void a_reason_that_mentions_the_case_is_accepted(String reason) {
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
  void a_reason_without_the_case_is_refused(String reason) {
    assertThat(codes(draft -> draft.reason = reason)).containsExactly(R211_REASON_MISSING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PREPARATION", "INVESTIGATION", "GRAND_JURY", " INVESTIGATION "})
  void three_purposes_are_criminal(String purpose) {
    assertThat(codes(draft -> draft.purpose = purpose)).isEmpty();
  }

  @Test
  void an_agreement_may_serve_fewer_purposes_and_no_address_at_all() {
    Agreement ours = PolicyFixtures.agreement(Set.of());
    RequestContext fewer = context(ours, Set.of("GRAND_JURY"), Set.of("MAILING_ADDRESS"));
    RequestContext none = context(ours, Set.of("INVESTIGATION", "REMOVAL"), Set.of());

    assertThat(codes(fewer, draft -> {})).containsExactly(A106_CIVIL_PURPOSE);
    assertThat(codes(fewer, draft -> draft.purpose = "GRAND_JURY")).isEmpty();
    assertThat(codes(none, draft -> {})).containsExactly(A108_OUT_OF_SCOPE_NEEDS_COURT_ORDER);
    assertThat(codes(none, draft -> draft.purpose = "REMOVAL"))
        .as("an agreement cannot allow a purpose that the statute does not have")
        .containsExactly(A106_CIVIL_PURPOSE, A108_OUT_OF_SCOPE_NEEDS_COURT_ORDER);
  }

  private static RequestContext context(
      Agreement ours, Set<String> purposes, Set<String> elements) {
    return PolicyFixtures.context(
        Environment.T,
        PolicyFixtures.NOW,
        new Agreement(
            ours.id(),
            ours.environments(),
            ours.agencies(),
            ours.authority(),
            ours.firstDay(),
            ours.lastDay(),
            ours.zone(),
            ours.statutes(),
            purposes,
            elements,
            ours.attestationText(),
            ours.lexiconAdditions(),
            ours.conditions(),
            ours.limits(),
            ours.schedule()));
  }

  @Test
  void a_civil_purpose_in_the_reason_is_reported_with_all_other_objections() {
    assertThat(
            codes(
                draft -> {
                  draft.purpose = "REMOVAL";
                  draft.reason = "Locate for removal";
                }))
        .containsExactly(A106_CIVIL_PURPOSE, A116_PURPOSE_TEXT_REVIEW, R211_REASON_MISSING);
  }

  @Test
  void the_current_year_is_that_of_the_agreements_time_zone() {
    RequestContext newYearsEve =
        PolicyFixtures.context(
            Environment.T, Instant.parse("2027-01-01T04:59:00Z")); // still 2026 in New York
    RequestContext newYear =
        PolicyFixtures.context(Environment.T, Instant.parse("2027-01-01T05:00:00Z"));
    assertThat(codes(newYearsEve, draft -> draft.taxPeriods = List.of("2027")))
        .containsExactly(R209_TAX_PERIOD);
    assertThat(codes(newYear, draft -> draft.taxPeriods = List.of("2027"))).isEmpty();
  }
}
