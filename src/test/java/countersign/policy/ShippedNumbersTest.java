package countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.authority.Limits;
import countersign.authority.RuleSet;
import countersign.authority.Schedule;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The shipped values of the project's own limits; a change of one needs a change of this test. */
class ShippedNumbersTest {
  private static final Limits LIMITS = ShippedPolicy.agreement().limits();
  private static final Schedule SCHEDULE = ShippedPolicy.agreement().schedule();
  private static final RuleSet.RuleLimits RULES =
      ShippedPolicy.open().rules().orElseThrow().limits();

  @Test
  void the_limits_of_a_file_are_the_shipped_ones() {
    assertThat(LIMITS.largeVolumeSubjects()).as("R19, a person reviews").isEqualTo(100);
    assertThat(LIMITS.maxSubjects()).as("R19, the cap").isEqualTo(10_000);
    assertThat(LIMITS.resubmissionPercent()).as("R20").isEqualTo(20);
    assertThat(RULES.lookBackDays()).as("R20").isEqualTo(365);
    assertThat(RULES.signatureAgeDays()).as("R5").isEqualTo(30);
    assertThat(RULES.clockToleranceMinutes()).as("R12").isEqualTo(10);
    assertThat(LIMITS.attestationDays()).as("R34").isEqualTo(30);
  }

  @Test
  void the_limits_of_a_request_are_the_shipped_ones() {
    assertThat(LIMITS.recurringAddressSubjects()).as("R28").isEqualTo(3);
    assertThat(LIMITS.firstTaxPeriod()).as("R29").isEqualTo(2000);
    assertThat(LIMITS.maxTaxPeriods()).as("R29").isEqualTo(6);
    assertThat(LIMITS.sameReasonRequests()).as("R30").isEqualTo(5);
    assertThat(LIMITS.officerLoad()).as("R33, a person reviews").isEqualTo(25);
    assertThat(LIMITS.officerCeiling()).as("R33, the file is refused").isEqualTo(200);
    assertThat(RULES.finalOrderDays()).as("R35").isEqualTo(90);
  }

  @Test
  void the_limits_of_decisions_and_officers_are_the_shipped_ones() {
    assertThat(SCHEDULE.approvalLapses()).as("R51").isEqualTo(Duration.ofHours(24));
    assertThat(SCHEDULE.reviewAfter()).as("R57").isEqualTo(Duration.ofDays(180));
  }
}
