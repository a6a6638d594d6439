package countersign.policy;

import static countersign.request.ReasonCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.policy.RuleResult.RuleOutcome;
import countersign.request.ReasonCode;
import countersign.request.Tier;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * An explanation is built from stored codes: every rule has a result, and every code is explained.
 */
class ExplanationTest {

  private static RuleResult result(Explanation explanation, String stage, String rule) {
    return explanation.stages().stream()
        .filter(one -> one.name().equals(stage))
        .flatMap(one -> one.results().stream())
        .filter(one -> one.rule().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private static Explanation explained(
      boolean judged,
      boolean read,
      Collection<ReasonCode> fileCodes,
      Collection<ReasonCode> requestCodes) {
    return Explanation.of(new Explanation.Stored(judged, read, fileCodes, requestCodes, null));
  }

  @Test
  void a_rule_that_gave_a_stored_code_objected_and_the_others_did_not() {
    Explanation explanation = explained(true, true, List.of(), List.of(R204_ADDRESS_PLACEHOLDER));

    RuleResult address = result(explanation, "5a This request", "R23-R25, R27");
    assertThat(address.outcome()).isEqualTo(RuleOutcome.OBJECTED);
    assertThat(address.codes()).containsExactly(R204_ADDRESS_PLACEHOLDER);
    assertThat(address.fields()).contains("address.line1", "address.postalCode");
    assertThat(result(explanation, "5a This request", "R22").outcome())
        .isEqualTo(RuleOutcome.NO_OBJECTION);
    assertThat(result(explanation, "4 Header", "R2").outcome()).isEqualTo(RuleOutcome.NO_OBJECTION);
    assertThat(explanation.otherCodes()).isEmpty();
  }

  @Test
  void a_file_refused_for_its_header_has_no_results_for_its_requests() {
    Explanation explanation =
        explained(true, true, List.of(A101_REQUESTER_NOT_AUTHORIZED), List.of());

    assertThat(result(explanation, "4 Header", "R2").outcome()).isEqualTo(RuleOutcome.OBJECTED);
    assertThat(result(explanation, "5a This request", "R22").outcome())
        .isEqualTo(RuleOutcome.NOT_REACHED);
  }

  @Test
  void a_file_that_was_not_read_was_refused_before_its_header() {
    Explanation explanation = explained(true, false, List.of(F102_SIGNATURE_INVALID), List.of());

    assertThat(result(explanation, "2 Envelope", "R5").outcome()).isEqualTo(RuleOutcome.OBJECTED);
    assertThat(result(explanation, "4 Header", "R2").outcome()).isEqualTo(RuleOutcome.NOT_REACHED);
  }

  @Test
  void a_file_that_could_not_be_judged_yet_has_no_result_of_any_rule() {
    Explanation explanation = explained(true, false, List.of(F120_NOT_JUDGED), List.of());

    assertThat(explanation.stages())
        .isNotEmpty()
        .allSatisfy(
            stage ->
                assertThat(stage.results())
                    .isNotEmpty()
                    .allSatisfy(
                        one -> assertThat(one.outcome()).isEqualTo(RuleOutcome.NOT_REACHED)));
    assertThat(explanation.otherCodes()).containsExactly(F120_NOT_JUDGED);
  }

  @Test
  void a_persons_decision_is_listed_separately_from_the_rules() {
    Explanation explanation =
        explained(true, true, List.of(), List.of(A112_HOLD_REFUSED, R234_PROTECTED_STATUS));

    assertThat(result(explanation, "5a This request", "R38").codes())
        .containsExactly(R234_PROTECTED_STATUS);
    assertThat(explanation.otherCodes()).containsExactly(A112_HOLD_REFUSED);
  }

  @Test
  void every_code_before_the_look_up_comes_from_a_rule_or_a_person() {
    Set<ReasonCode> early = EnumSet.noneOf(ReasonCode.class);
    for (ReasonCode code : ReasonCode.values()) {
      if (code.name().charAt(0) == 'R' || code.name().charAt(0) == 'F') {
        early.add(code);
      }
    }
    early.remove(F120_NOT_JUDGED);
    for (ReasonCode code : early) {
      List<Collection<ReasonCode>> others =
          List.of(
              explained(true, false, List.of(code), List.of()).otherCodes(),
              explained(true, true, List.of(code), List.of()).otherCodes(),
              explained(true, true, List.of(), List.of(code)).otherCodes());
      assertThat(others).as(code.name()).contains(List.of());
    }
  }

  @Test
  void a_stage_is_reached_only_if_the_stages_before_gave_no_code() {
    Explanation envelope =
        explained(true, false, List.of(F101_NOT_ENCRYPTED_OR_DECRYPT_FAILED), List.of());
    assertThat(result(envelope, "1 Name and history", "R13").outcome())
        .isEqualTo(RuleOutcome.NO_OBJECTION);
    assertThat(result(envelope, "2 Envelope", "R11, R18").outcome())
        .isEqualTo(RuleOutcome.OBJECTED);
    assertThat(result(envelope, "3 Reading", "R15, R16").outcome())
        .isEqualTo(RuleOutcome.NOT_REACHED);
    Explanation name = explained(true, false, List.of(F103_FILENAME), List.of());
    assertThat(result(name, "1 Name and history", "R13").outcome()).isEqualTo(RuleOutcome.OBJECTED);
    assertThat(result(name, "2 Envelope", "R5").outcome()).isEqualTo(RuleOutcome.NOT_REACHED);
    Explanation header = explained(true, true, List.of(F103_FILENAME), List.of());
    assertThat(result(header, "1 Name and history", "R13").outcome())
        .isEqualTo(RuleOutcome.NO_OBJECTION);
    assertThat(result(header, "4 Header", "R12").outcome()).isEqualTo(RuleOutcome.OBJECTED);
  }

  @Test
  void a_rule_whose_first_day_had_not_come_does_not_seem_to_agree() {
    String stage = "5b Compared with other requests, and current blocks";
    Explanation silent =
        Explanation.of(
            new Explanation.Stored(true, true, List.of(), List.of(), List.of("R22", "R31")));

    assertThat(result(silent, stage, "R33").outcome()).isEqualTo(RuleOutcome.NOT_IN_FORCE);
    assertThat(result(silent, "5a This request", "R26").outcome())
        .isEqualTo(RuleOutcome.NOT_IN_FORCE);
    assertThat(result(silent, "5a This request", "R22").outcome())
        .isEqualTo(RuleOutcome.NO_OBJECTION);
    assertThat(result(silent, stage, "R31").outcome()).isEqualTo(RuleOutcome.NO_OBJECTION);
    assertThat(result(silent, stage, "R1").outcome()).isEqualTo(RuleOutcome.NO_OBJECTION);
    assertThat(result(silent, "4 Header", "R1").outcome()).isEqualTo(RuleOutcome.NO_OBJECTION);
  }

  @Test
  void an_uncured_resubmission_is_an_objection_and_ends_the_judging() {
    Explanation explanation = explained(true, true, List.of(F115_UNCURED_RESUBMISSION), List.of());
    String stage = "5b Compared with other requests, and current blocks";

    assertThat(result(explanation, "4 Header", "R20").outcome()).isEqualTo(RuleOutcome.OBJECTED);
    assertThat(result(explanation, stage, "R41").outcome()).isEqualTo(RuleOutcome.NOT_REACHED);
    assertThat(explanation.otherCodes()).isEmpty();
  }

  @Test
  void every_code_that_a_partner_can_see_has_a_cure() {
    for (ReasonCode code : ReasonCode.values()) {
      boolean early = "FAR".indexOf(code.name().charAt(0)) >= 0 || code == M300_TIN_FORMAT;
      if (early && code.tier() != Tier.BLOCK) {
        assertThat(Cure.of(code)).as(code.name()).endsWith(".");
      }
      if (code.name().charAt(0) == 'R') {
        assertThat(Cure.of(code)).as(code.name()).doesNotStartWith("Nothing");
      }
    }
  }
}
