package countersign.policy;

import static countersign.request.ReasonCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.authority.RuleSet;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A rule is not applied before its first day, and a rule without a stated first day is always
 * applied.
 */
class FirstDaysTest {
  private static final LocalDate FIRST = LocalDate.parse("2026-12-01");
  private static final LocalDate BEFORE = FIRST.minusDays(1);

  private static RuleSet rules(String... later) {
    return new RuleSet(
        "1",
        "0".repeat(64),
        LocalDate.EPOCH,
        "test",
        new RuleSet.RuleLimits(90, 365, 3, 30, 10),
        List.of(later).stream().map(id -> new RuleSet.Rule(id, FIRST, "test")).toList());
  }

  @Test
  void a_rule_is_applied_from_its_first_day_on() {
    RuleSet rules = rules("R22", "R33");

    assertThat(Policy.applied(rules, BEFORE)).doesNotContain("R22", "R33").contains("R26", "R41");
    assertThat(Policy.applied(rules, FIRST)).contains("R22", "R33", "R26", "R41");
    assertThat(Policy.ofWholeFile(rules, BEFORE))
        .doesNotContain(R218_OFFICER_LOAD, R219_OFFICER_IMPLAUSIBLE)
        .contains(R222_DUPLICATE_SUBJECT);
    assertThat(Policy.ofWholeFile(rules, FIRST)).contains(R219_OFFICER_IMPLAUSIBLE);
  }

  @Test
  void a_rule_with_several_ids_applies_from_the_earliest_first_day() {
    assertThat(Policy.applied(rules("R27"), BEFORE)).contains("R23-R25, R27");
    assertThat(Policy.applied(rules("R23", "R24", "R25", "R27"), BEFORE))
        .doesNotContain("R23-R25, R27");
  }

  @Test
  void rules_about_the_disclosure_switch_and_readable_files_always_apply() {
    assertThat(Policy.applied(rules("R1", "R4", "R5", "R13"), BEFORE))
        .contains("R1", "R4", "R5", "R13");
  }

  @Test
  void rules_under_simulation_apply_to_files_of_any_day() {
    assertThat(Policy.applied(rules("R22").everyDay(), BEFORE)).contains("R22");
  }
}
