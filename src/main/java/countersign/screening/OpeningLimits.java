package countersign.screening;

import countersign.authority.Agreement;
import countersign.authority.Authority;
import countersign.authority.IntakeCapacity;
import countersign.authority.Limits;
import countersign.authority.RuleSet.RuleLimits;
import countersign.pgp.EnvelopeLimits;
import countersign.request.Unavailable;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Limits on size and age of a sealed file while its agreement is not known yet. */
public final class OpeningLimits {
  private OpeningLimits() {}

  /**
   * The largest size and ratio that any agreement allows, and never more than the instance opens.
   *
   * @throws Unavailable if no rule set counts, because only rules say how old a signature may be
   */
  public static EnvelopeLimits of(Authority authority, IntakeCapacity capacity) {
    RuleLimits times =
        authority
            .rules()
            .orElseThrow(
                () ->
                    new Unavailable(
                        "NO_RULES",
                        "No rule set with two good signatures says how old a signature may be, so nothing is opened.",
                        null))
            .limits();
    OptionalLong bytes =
        authority.agreements().stream()
            .map(Agreement::limits)
            .mapToLong(Limits::maxPlaintextBytes)
            .max();
    OptionalInt ratio =
        authority.agreements().stream()
            .map(Agreement::limits)
            .mapToInt(Limits::maxExpansionRatio)
            .max();
    return new EnvelopeLimits(
        Math.min(bytes.orElse(capacity.maxPlaintextBytes()), capacity.maxPlaintextBytes()),
        Math.min(ratio.orElse(capacity.maxExpansionRatio()), capacity.maxExpansionRatio()),
        Duration.ofDays(times.signatureAgeDays()),
        Duration.ofMinutes(times.clockToleranceMinutes()));
  }
}
