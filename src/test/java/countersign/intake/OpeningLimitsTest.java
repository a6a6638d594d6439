package countersign.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.authority.Authority;
import countersign.authority.IntakeCapacity;
import countersign.authority.TestAuthority;
import countersign.pgp.EnvelopeLimits;
import countersign.request.Unavailable;
import countersign.screening.OpeningLimits;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** No size and no age of a sealed file comes from the code. */
class OpeningLimitsTest {
  private static final IntakeCapacity LARGE = new IntakeCapacity(1L << 40, 1L << 40, 9_999);
  private static final IntakeCapacity SMALL = new IntakeCapacity(1 << 20, 1 << 20, 7);
  private final Authority open = TestAuthority.open();

  @Test
  void the_agreements_and_the_rules_say_what_a_file_may_be() {
    assertThat(OpeningLimits.of(open, LARGE))
        .isEqualTo(new EnvelopeLimits(1L << 32, 200, Duration.ofDays(30), Duration.ofMinutes(10)));
  }

  @Test
  void an_instance_opens_no_more_than_it_is_configured_for_whatever_an_agreement_allows() {
    EnvelopeLimits limits = OpeningLimits.of(open, SMALL);
    assertThat(limits.maxPlaintextBytes()).isEqualTo(1 << 20);
    assertThat(limits.maxRatio()).isEqualTo(7);
  }

  @Test
  void without_an_agreement_the_instance_is_the_limit() {
    Authority none =
        TestAuthority.without(TestAuthority.AGREEMENT).under(open.rules().orElseThrow());
    EnvelopeLimits limits = OpeningLimits.of(none, SMALL);
    assertThat(limits.maxPlaintextBytes()).isEqualTo(1 << 20);
    assertThat(limits.maxRatio()).isEqualTo(7);
  }

  @Test
  void without_rules_nothing_is_opened() {
    assertThatThrownBy(() -> OpeningLimits.of(open.under(null), LARGE))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("NO_RULES");
  }
}
