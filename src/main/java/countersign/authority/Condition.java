package countersign.authority;

import countersign.request.ReasonCode;
import countersign.request.Tier;
import java.util.Optional;
import java.util.function.Function;

/**
 * A condition that an agreement adds to the rules. It can refuse a request or have it held, and
 * nothing else: there is no answer of it that takes a code away.
 *
 * @param id unique in the agreement
 * @param because the clause of the agreement it rests on
 * @param tier REJECT or HOLD, when its expression is true
 * @param when true of a request that it objects to
 */
public record Condition(String id, String because, Tier tier, Expression when) {
  /** What it may come to. */
  public Condition {
    if (tier == Tier.BLOCK) {
      throw new IllegalArgumentException("Condition " + id + " can refuse or hold, not block");
    }
  }

  /** The code it gives; empty if it has no objection. What cannot be judged is held. */
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
