package countersign.policy;

import static countersign.request.ReasonCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.authority.RuleSet.RuleLimits;
import countersign.request.ReasonCode;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The numbers that {@code explain} shows are those of the agreement and the rule set. */
class ThresholdTest {
  private static Optional<String> of(ReasonCode code) {
    return Threshold.of(code, ShippedPolicy.limits(), new RuleLimits(90, 365, 3, 30, 10));
  }

  @Test
  void the_number_that_decides_is_shown() {
    assertThat(of(R231_NINETY_DAYS_NOT_ELAPSED))
        .hasValue("More than 90 days since the order became final, in the agreement's time zone.");
    assertThat(of(R209_TAX_PERIOD))
        .hasValue("At most 6 different years, from 2000 to the year of the pick-up.");
    assertThat(of(R218_OFFICER_LOAD)).hasValue("At most 25 open subjects name the officer.");
    assertThat(of(F115_UNCURED_RESUBMISSION))
        .hasValue("From 20 percent of the file's subjects on, compared over 365 days.");
    assertThat(of(A107_ATTESTATION)).hasValue("Signed at most 30 days before the pick-up.");
  }

  @Test
  void a_code_without_a_number_has_no_threshold() {
    assertThat(of(R201_NAME_MISSING)).isEmpty();
    assertThat(Arrays.stream(ReasonCode.values()).map(ThresholdTest::of).flatMap(Optional::stream))
        .allMatch(sentence -> sentence.matches("[A-Z].*\\d.*\\."));
  }
}
