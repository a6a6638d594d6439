package countersign.authority;

import countersign.request.ReasonCode;
import countersign.request.Tier;
import java.util.Optional;
import java.util.function.Function;

/**
 * A condition that an agreement adds to the rules. It can reject a request or hold it; it can never
 * remove a code that another rule gave.
 *
 * @param id unique in the agreement
 * @param because the clause of the agreement it rests on
 * @param tier REJECT or HOLD: what happens when the expression is true
 * @param when true for a request that the condition objects to
 */
public record Condition(String id, String because, Tier tier, Expression when) {
  /** Allows only the tiers REJECT and HOLD. */
  public Condition {
    if (tier == Tier.BLOCK) {
      throw new IllegalArgumentException("Condition " + id + " can refuse or hold, not block");
    }
  }

  /**
   * The code that the condition gives; empty if it does not object. A request that cannot be
   * evaluated is held.
   */
  public Optional<ReasonCode> objectTo(Function<ConditionField, Optional<Object>> request) {
    Optional<Boolean> objects = when.of(request);
    if (objects.isEmpty()) {
      return Optional.of(ReasonCode.A118_AGREEMENT_CONDITION_REVIEW);
    }
    return objects.get() ? Optional.of(code()) : Optional.empty();
  }

  private ReasonCode code() {
    return tier == Tier.REJECT
        ? ReasonCode.A117_AGREEMENT_CONDITION
        : ReasonCode.A118_AGREEMENT_CONDITION_REVIEW;
  }
}
