package countersign.screening;

import countersign.authority.Agreement;
import countersign.authority.Authority;
import countersign.authority.RuleSet;
import countersign.pgp.EnvelopeLimits;
import java.time.Duration;

/** How large and how old a sealed file may be before it is known which agreement it names. */
public final class OpeningLimits {
  private OpeningLimits() {}

  /**
   * The widest any agreement allows; without one nothing is read beyond the profile's own limits.
   */
  public static EnvelopeLimits of(Authority authority) {
    long bytes =
        authority.agreements().stream()
            .map(Agreement::limits)
            .mapToLong(limits -> limits.maxPlaintextBytes())
            .max()
            .orElse(4L << 30);
    int ratio =
        authority.agreements().stream()
            .map(Agreement::limits)
            .mapToInt(limits -> limits.maxExpansionRatio())
            .max()
            .orElse(200);
    RuleSet.RuleLimits times =
        authority.rules().map(RuleSet::limits).orElse(new RuleSet.RuleLimits(90, 365, 3, 30, 10));
    return new EnvelopeLimits(
        bytes,
        ratio,
        Duration.ofDays(times.signatureAgeDays()),
        Duration.ofMinutes(times.clockToleranceMinutes()));
  }
}
