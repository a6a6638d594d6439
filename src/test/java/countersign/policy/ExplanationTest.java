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
        .flatMap(one -> one.heard().stream())
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

    RuleResult address = result(explanation, "This request", "R23-R25, R27");
    assertThat(address.word()).isEqualTo(RuleOutcome.OBJECTED);
    assertThat(address.said()).containsExactly(R204_ADDRESS_PLACEHOLDER);
    assertThat(address.fields()).contains("address.line1", "address.postalCode");
    assertThat(result(explanation, "This request", "R22").word())
        .isEqualTo(RuleOutcome.NO_OBJECTION);
    assertThat(result(explanation, "Header", "R2").word()).isEqualTo(RuleOutcome.NO_OBJECTION);
    assertThat(explanation.beside()).isEmpty();
  }

  @Test
  void a_file_refused_for_its_header_has_no_results_for_its_requests() {
    Explanation explanation =
        explained(true, true, List.of(A101_REQUESTER_NOT_AUTHORIZED), List.of());

    assertThat(result(explanation, "Header", "R2").word()).isEqualTo(RuleOutcome.OBJECTED);
    assertThat(result(explanation, "This request", "R22").word())
        .isEqualTo(RuleOutcome.NOT_REACHED);
  }

  @Test
  void a_file_that_was_not_read_was_refused_before_its_header() {
    Explanation explanation = explained(true, false, List.of(F102_SIGNATURE_INVALID), List.of());

    assertThat(result(explanation, "Name, envelope and reading", "R5").word())
        .isEqualTo(RuleOutcome.OBJECTED);
    assertThat(result(explanation, "Header", "R2").word()).isEqualTo(RuleOutcome.NOT_REACHED);
  }

  @Test
  void a_file_that_could_not_be_judged_yet_has_no_result_of_any_rule() {
    Explanation explanation = explained(true, false, List.of(F120_NOT_JUDGED), List.of());

    assertThat(explanation.stages())
        .isNotEmpty()
        .allSatisfy(
            stage ->
                assertThat(stage.heard())
                    .isNotEmpty()
                    .allSatisfy(one -> assertThat(one.word()).isEqualTo(RuleOutcome.NOT_REACHED)));
    assertThat(explanation.beside()).containsExactly(F120_NOT_JUDGED);
  }

  @Test
  void a_persons_decision_is_listed_separately_from_the_rules() {
    Explanation explanation =
        explained(true, true, List.of(), List.of(A112_HOLD_REFUSED, R234_PROTECTED_STATUS));

    assertThat(result(explanation, "This request", "R38").said())
        .containsExactly(R234_PROTECTED_STATUS);
    assertThat(explanation.beside()).containsExactly(A112_HOLD_REFUSED);
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
    Explanation read = explained(true, true, early, early);
    Explanation unread = explained(true, false, early, List.of());
    Set<ReasonCode> unclaimed = EnumSet.copyOf(early);
    unclaimed.retainAll(read.beside());
    unclaimed.retainAll(unread.beside());
    Explanation five = explained(true, true, List.of(), early);
    unclaimed.retainAll(five.beside());
    assertThat(unclaimed).isEmpty();
  }

  @Test
  void a_rule_whose_first_day_had_not_come_does_not_seem_to_agree() {
    String stage = "Compared with other requests, and current blocks";
    Explanation silent =
        Explanation.of(
            new Explanation.Stored(true, true, List.of(), List.of(), List.of("R22", "R31")));

    assertThat(result(silent, stage, "R33").word()).isEqualTo(RuleOutcome.NOT_IN_FORCE);
    assertThat(result(silent, "This request", "R26").word()).isEqualTo(RuleOutcome.NOT_IN_FORCE);
    assertThat(result(silent, "This request", "R22").word()).isEqualTo(RuleOutcome.NO_OBJECTION);
    assertThat(result(silent, stage, "R31").word()).isEqualTo(RuleOutcome.NO_OBJECTION);
    assertThat(result(silent, stage, "R1").word()).isEqualTo(RuleOutcome.NO_OBJECTION);
    assertThat(result(silent, "Header", "R1").word()).isEqualTo(RuleOutcome.NO_OBJECTION);
  }

  @Test
  void an_uncured_resubmission_is_an_objection_and_ends_the_judging() {
    Explanation explanation = explained(true, true, List.of(F115_UNCURED_RESUBMISSION), List.of());
    String stage = "Compared with other requests, and current blocks";

    assertThat(result(explanation, stage, "R20").word()).isEqualTo(RuleOutcome.OBJECTED);
    assertThat(result(explanation, stage, "R41").word()).isEqualTo(RuleOutcome.NOT_REACHED);
    assertThat(explanation.beside()).isEmpty();
  }

  @Test
  void every_code_that_a_partner_can_see_has_a_remedy() {
    for (ReasonCode code : ReasonCode.values()) {
      boolean early = "FAR".indexOf(code.name().charAt(0)) >= 0 || code == M300_TIN_FORMAT;
      if (early && code.tier() != Tier.BLOCK) {
        assertThat(Remedy.of(code)).as(code.name()).endsWith(".");
      }
      if (code.name().charAt(0) == 'R') {
        assertThat(Remedy.of(code)).as(code.name()).doesNotStartWith("Nothing");
      }
    }
  }
}
