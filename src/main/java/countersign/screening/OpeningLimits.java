package countersign.screening;

import countersign.authority.Agreement;
import countersign.authority.Authority;
import countersign.authority.RuleSet;
import countersign.pgp.EnvelopeLimits;
import java.time.Duration;

/** Limits on size and age of a sealed file while its agreement is not known yet. */
public final class OpeningLimits {
  private OpeningLimits() {}

  /** The widest limits of all agreements; without an agreement the profile's own limits. */
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
