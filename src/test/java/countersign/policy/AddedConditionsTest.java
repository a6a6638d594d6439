package countersign.policy;

import static countersign.request.ReasonCode.A117_AGREEMENT_CONDITION;
import static countersign.request.ReasonCode.A118_AGREEMENT_CONDITION_REVIEW;
import static countersign.request.ReasonCode.R201_NAME_MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.authority.Agreement;
import countersign.authority.Condition;
import countersign.authority.ConditionField;
import countersign.authority.Expression;
import countersign.authority.TestConditions;
import countersign.policy.RuleResult.RuleOutcome;
import countersign.request.Environment;
import countersign.request.ReasonCode;
import countersign.request.Request;
import countersign.request.Tier;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** An agreement's conditions can refuse or hold a request, but never permit one. */
class AddedConditionsTest {
  private static final Agreement PLAIN = PolicyFixtures.agreement(Set.of());

  private static Condition condition(String id, Tier tier, String when) {
    return new Condition(id, "clause 7", tier, Expression.of(when));
  }

  private static RequestContext adding(Condition... conditions) {
    return PolicyFixtures.context(
        Environment.T, PolicyFixtures.NOW, TestConditions.with(PLAIN, conditions));
  }

  private static List<ReasonCode> codes(String when, Tier tier, Consumer<RequestDraft> spoil) {
    return PolicyFixtures.codes(adding(condition("one", tier, when)), spoil);
  }

  @Property(seed = "20261124", tries = 300)
  void no_condition_removes_a_code(
      @ForAll("spoilt") Consumer<RequestDraft> spoil, @ForAll("conditions") Condition condition) {
    Set<ReasonCode> with = new HashSet<>(PolicyFixtures.codes(adding(condition), spoil));
    Set<ReasonCode> without = new HashSet<>(PolicyFixtures.codes(adding(), spoil));

    assertThat(with).containsAll(without);
    with.removeAll(without);
    assertThat(AddedConditions.CODES).containsAll(with);
  }

  @Provide
  Arbitrary<Consumer<RequestDraft>> spoilt() {
    return Arbitraries.of(
        List.of(
            draft -> {},
            draft -> draft.surname = null,
            draft -> draft.address = null,
            draft -> draft.protectedStatus = "TPS",
            draft -> draft.statute = "8 USC 1231",
            draft -> draft.withOrder = false,
            draft -> draft.taxPeriods = List.of(),
            draft -> draft.reason = "civil"));
  }

  @Provide
  Arbitrary<Condition> conditions() {
    return Arbitraries.of(
            "true",
            "false",
            "1 / 0 == 1",
            "protectedStatus == 'NONE'",
            "!removalOrder.stayed",
            "removalOrder.courtFinalOn < today",
            "size(taxPeriods) < 100",
            "!(subject.surname == 'X')")
        .flatMap(
            when ->
                Arbitraries.of(Tier.REJECT, Tier.HOLD).map(tier -> condition("any", tier, when)));
  }

  @Test
  void a_condition_gives_the_code_of_its_tier_only_when_it_is_true() {
    assertThat(codes("true", Tier.REJECT, draft -> {})).containsExactly(A117_AGREEMENT_CONDITION);
    assertThat(codes("true", Tier.HOLD, draft -> {}))
        .containsExactly(A118_AGREEMENT_CONDITION_REVIEW);
    assertThat(codes("false", Tier.REJECT, draft -> {})).isEmpty();
    assertThat(codes("true", Tier.HOLD, draft -> draft.surname = null))
        .containsExactly(A118_AGREEMENT_CONDITION_REVIEW, R201_NAME_MISSING);
  }

  @Test
  void a_request_that_a_condition_cannot_evaluate_is_held_whatever_the_tier() {
    for (Tier tier : List.of(Tier.REJECT, Tier.HOLD)) {
      assertThat(codes("removalOrder.courtFinalOn < today", tier, draft -> {}))
          .containsExactly(A118_AGREEMENT_CONDITION_REVIEW);
      assertThat(codes("int(case.status) > 1", tier, draft -> {}))
          .containsExactly(A118_AGREEMENT_CONDITION_REVIEW);
    }
  }

  @Test
  void another_spelling_does_not_avoid_a_condition() {
    String statute = "statute == '8 USC 1253(a)(1)(A)'";
    assertThat(codes(statute, Tier.REJECT, draft -> draft.statute = " 8 U.S.C. § 1253(a)(1)(A) "))
        .containsExactly(A117_AGREEMENT_CONDITION);
    assertThat(
            codes(
                "case.office == 'HSI AUSTIN'", Tier.REJECT, draft -> draft.office = "Hsi  Áustin."))
        .containsExactly(A117_AGREEMENT_CONDITION);
    assertThat(
            codes(
                "protectedStatus == 'NONE'", Tier.REJECT, draft -> draft.protectedStatus = "NONE "))
        .containsExactly(A117_AGREEMENT_CONDITION);
    assertThat(codes("case.office == 'X'", Tier.REJECT, draft -> draft.office = "\u200b \u200e"))
        .as("an invisible text is missing")
        .contains(A118_AGREEMENT_CONDITION_REVIEW);
  }

  @Test
  void a_condition_can_use_every_field_of_the_profile() {
    Request full = StatedRequests.full();
    PickUpDay day = PickUpDay.of(PolicyFixtures.NOW, PLAIN.zone());
    for (ConditionField field : ConditionField.values()) {
      assertThat(AddedConditions.value(field, full, day)).as(field.named()).isPresent();
    }
    Request empty = StatedRequests.empty();
    for (ConditionField field : ConditionField.values()) {
      boolean always = field == ConditionField.TODAY || field == ConditionField.FACTS;
      assertThat(AddedConditions.value(field, empty, day).isPresent())
          .as(field.named())
          .isEqualTo(always);
    }
    assertThat(AddedConditions.value(ConditionField.TODAY, empty, day)).contains("2026-11-24");
  }

  @Test
  void an_explanation_names_each_condition_and_its_fields_but_no_expression() {
    Condition silent = condition("silent", Tier.REJECT, "statute == 'secret'");
    Condition loud = condition("loud", Tier.HOLD, "protectedStatus == 'NONE'");
    RequestContext context = adding(silent, loud);
    Request request = new RequestDraft().build();
    List<String> stored =
        new Policy(PolicyFixtures.authority(Environment.T)).objectingConditions(request, context);
    assertThat(stored).containsExactly("A118_AGREEMENT_CONDITION_REVIEW loud");

    ConditionResults results =
        new ConditionResults("irs-ice-2025", Optional.of(context.agreement().conditions()), stored);
    Explanation explanation =
        Explanation.of(
            new Explanation.Stored(
                true, true, List.of(), List.of(A118_AGREEMENT_CONDITION_REVIEW), null),
            results);
    List<RuleResult> heard =
        explanation.stages().stream()
            .filter(one -> one.name().equals("5b Conditions of the agreement"))
            .findFirst()
            .orElseThrow()
            .results();
    assertThat(heard)
        .extracting(RuleResult::rule)
        .containsExactly("agreement irs-ice-2025: silent", "agreement irs-ice-2025: loud");
    assertThat(heard)
        .extracting(RuleResult::outcome)
        .containsExactly(RuleOutcome.NO_OBJECTION, RuleOutcome.OBJECTED);
    assertThat(heard.get(1).source()).isEqualTo("clause 7");
    assertThat(heard.get(1).fields()).containsExactly("protectedStatus");
    assertThat(heard.get(1).codes()).containsExactly(A118_AGREEMENT_CONDITION_REVIEW);
    assertThat(heard.toString()).doesNotContain("secret");
    assertThat(explanation.otherCodes()).isEmpty();
  }

  @Test
  void after_a_change_of_the_conditions_only_the_objections_are_known() {
    ConditionResults results =
        new ConditionResults(
            "irs-ice-2025", Optional.empty(), List.of("A117_AGREEMENT_CONDITION gone"));
    assertThat(results.results(true))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.rule()).isEqualTo("agreement irs-ice-2025: gone");
              assertThat(one.codes()).containsExactly(A117_AGREEMENT_CONDITION);
            });
    assertThat(ConditionResults.NONE.results(true)).isEmpty();
  }
}
