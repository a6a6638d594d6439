package countersign.disclosure;

import countersign.authority.Agreement;
import countersign.authority.Authority;
import countersign.authority.RuleSet;
import countersign.policy.PickUpDay;
import countersign.policy.Policy;
import countersign.policy.RequestContext;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.request.Tier;
import countersign.statement.RequestInContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Applies the rules about one request to the stored request again, with the dates of the file's
 * pick-up. Rules that compare requests with each other, and rules about the file's header, are left
 * out. Used for one release; not thread-safe.
 */
final class RulesAgain {
  private final Authority authority;
  private final Policy policy;
  private final Map<String, RequestContext> contexts = new HashMap<>();

  RulesAgain(Authority authority) {
    this.authority = authority;
    this.policy = new Policy(authority);
  }

  /**
   * The codes of the rules that refuse the request; empty if none does. A rule that asks for a
   * person's decision does not refuse: a person took the request.
   */
  List<ReasonCode> refusals(RequestKey key, RequestInContext asked) {
    Optional<Agreement> agreement = authority.agreement(asked.agreement());
    Optional<RuleSet> rules = authority.rules();
    if (agreement.isEmpty() || rules.isEmpty()) {
      return List.of(ReasonCode.A109_AGREEMENT_NOT_IN_FORCE);
    }
    RequestContext context =
        contexts.computeIfAbsent(
            key.file().value(),
            file ->
                RequestContext.of(
                    key.file().environment(),
                    asked.agency(),
                    agreement.get(),
                    PickUpDay.of(asked.receivedAt(), agreement.get().zone()),
                    rules.get(),
                    authority::officer));
    return policy.screen(asked.request(), context).stream()
        .filter(code -> code.tier() != Tier.HOLD)
        .toList();
  }
}
