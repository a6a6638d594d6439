package countersign.policy;

import static countersign.policy.PolicyFixtures.codes;
import static countersign.policy.PolicyFixtures.context;
import static countersign.request.ReasonCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import countersign.request.Environment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R35 to R37, R39: the final order and its clock. */
@Proves({"R35", "R36", "R37", "R39"})
class FinalOrderRulesTest {

  @ParameterizedTest
  @CsvSource({
    "2026-08-25, 2026-11-23, 2026-11-24",
    "2023-12-01, 2024-02-29, 2024-03-01",
    "2024-02-29, 2024-05-29, 2024-05-30",
    "2024-01-01, 2024-03-31, 2024-04-01",
    "2023-01-01, 2023-04-01, 2023-04-02",
    "2025-12-31, 2026-03-31, 2026-04-01",
  })
  void day_90_is_refused_and_day_91_is_not(LocalDate finalOn, LocalDate day90, LocalDate day91) {
    assertThat(finalOn.plusDays(90)).isEqualTo(day90);
    assertThat(on(day90, finalOn)).containsExactly(R231_NINETY_DAYS_NOT_ELAPSED);
    assertThat(on(day91, finalOn)).isEmpty();
  }

  private static List<countersign.request.ReasonCode> on(LocalDate today, LocalDate finalOn) {
    return codes(
        context(Environment.T, Instant.parse(today + "T17:00:00Z")),
        draft -> {
          draft.administrativeFinalOn = finalOn.toString();
          draft.openedOn = finalOn.toString();
          draft.taxPeriods = List.of("2022");
        });
  }

  @Test
  void today_is_the_agreements_local_date() {
    Instant lateEvening = Instant.parse("2026-11-24T04:30:00Z"); // 23:30 on the 23rd in New York
    assertThat(
            codes(
                context(Environment.T, lateEvening),
                draft -> draft.administrativeFinalOn = "2026-08-25"))
        .containsExactly(R231_NINETY_DAYS_NOT_ELAPSED);
    assertThat(
            codes(
                context(Environment.T, lateEvening.plusSeconds(1_800)),
                draft -> draft.administrativeFinalOn = "2026-08-25"))
        .isEmpty();
  }

  @Test
  void a_date_is_in_the_future_only_if_it_is_later_than_the_local_and_the_utc_date() {
    Instant lateEvening = Instant.parse("2026-11-24T04:30:00Z");
    assertThat(
            codes(
                context(Environment.T, lateEvening),
                draft -> draft.administrativeFinalOn = "2026-11-24"))
        .containsExactly(R231_NINETY_DAYS_NOT_ELAPSED);
    assertThat(
            codes(
                context(Environment.T, lateEvening),
                draft -> draft.administrativeFinalOn = "2026-11-25"))
        .containsExactly(R230_FINAL_ORDER_DATE);
  }

  @ParameterizedTest
  @CsvSource({
    // administrative final date, review, court final date, expected codes
    "2026-02-10, NONE, , ''",
    "2025-02-10, DECIDED, 2026-02-10, ''",
    "2026-02-10, DECIDED, 2026-02-10, ''",
    "2025-02-10, DECIDED, 2026-11-01, R231",
    "2026-11-01, NONE, , R231",
    ", NONE, , R230",
    "2026-02-30, NONE, , R230",
    "2026-12-01, NONE, , R230",
    "2026-02-10, DECIDED, , R230",
    "2026-02-10, DECIDED, soon, R230",
    "2025-02-10, DECIDED, 2026-12-01, R230",
    "2026-02-10, DECIDED, 2026-02-09, R230",
    "2025-02-10, NONE, 2026-02-10, R230",
    ", DECIDED, 2026-02-10, R230",
    "2026-02-10, PENDING, , R232",
    "2026-11-01, PENDING, , R232",
    "2026-02-10, , , R232",
    "2026-02-10, none, , R232",
    ", PENDING, , R230 R232",
  })
  void the_final_date_is_the_courts_date_if_there_was_judicial_review(
      String administrative, String review, String court, String expected) {
    assertThat(
            codes(
                    draft -> {
                      draft.administrativeFinalOn = administrative;
                      draft.judicialReview = review;
                      draft.courtFinalOn = court;
                    })
                .stream()
                .map(code -> code.name().substring(0, 4)))
        .containsExactly(expected.isEmpty() ? new String[0] : expected.split(" "));
  }

  @Test
  void ninety_days_apply_to_subparagraph_a_and_finality_to_all() {
    assertThat(
            codes(
                draft -> {
                  draft.statute = "8 USC 1253(a)(1)(D)";
                  draft.facts.put("reportPlace", "stated");
                  draft.facts.put("reportTime", "stated");
                  draft.administrativeFinalOn = "2026-11-20";
                }))
        .isEmpty();
    assertThat(
            codes(
                draft -> {
                  draft.statute = "8 USC 1253(a)(1)(D)";
                  draft.facts.put("reportPlace", "stated");
                  draft.facts.put("reportTime", "stated");
                  draft.administrativeFinalOn = null;
                  draft.stayed = true;
                }))
        .containsExactly(R230_FINAL_ORDER_DATE, R232_ORDER_NOT_FINAL);
  }

  @Test
  void a_stayed_order_and_one_without_a_stated_stay_are_not_final() {
    assertThat(codes(draft -> draft.stayed = true)).containsExactly(R232_ORDER_NOT_FINAL);
    assertThat(codes(draft -> draft.stayed = null)).containsExactly(R232_ORDER_NOT_FINAL);
    assertThat(codes(draft -> draft.withOrder = false))
        .containsExactly(
            R230_FINAL_ORDER_DATE, R232_ORDER_NOT_FINAL, R233_NOT_1227A_CLASS, R236_ORDER_NUMBER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8 USC 1227(a)(1)",
        "8 USC 1227(a)(7)",
        "8 U.S.C. § 1227(a)(2)(A)(iii)",
        "8 usc 1227(a)(6)"
      })
  void a_class_of_1227a_is_accepted_as_ground(String ground) {
    assertThat(codes(draft -> draft.ground = ground)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "8 USC 1227",
        "8 USC 1227(a)",
        "8 USC 1227(a)(8)",
        "8 USC 1227(a)(0)",
        "8 USC 1227(b)(1)",
        "8 USC 1182(a)(6)(A)(i)",
        "1227(a)(1)",
        "8 USC 1227(a)(1) and more"
      })
  void anything_else_is_not_accepted_as_ground(String ground) {
    assertThat(codes(draft -> draft.ground = ground)).containsExactly(R233_NOT_1227A_CLASS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A20040000", " A200400001 "})
  void an_order_number_is_the_letter_a_and_8_or_9_digits(String number) {
    assertThat(codes(draft -> draft.orderNumber = number)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A2004000", "A2004000012", "a200400001", "A-200400001", "200400001"})
  void other_numbers_are_malformed(String number) {
    assertThat(codes(draft -> draft.orderNumber = number)).containsExactly(R236_ORDER_NUMBER);
  }

  @Test
  void an_order_needs_an_issuer() {
    assertThat(codes(draft -> draft.issuedBy = " ")).containsExactly(R236_ORDER_NUMBER);
  }
}
