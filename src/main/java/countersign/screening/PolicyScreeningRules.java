package countersign.screening;

import countersign.authority.Agreement;
import countersign.authority.Authority;
import countersign.policy.PickUpDay;
import countersign.policy.Policy;
import countersign.policy.RequestContext;
import countersign.request.Environment;
import countersign.request.ReasonCode;
import countersign.request.Request;
import countersign.request.RequestHeader;
import countersign.request.Unavailable;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@link ScreeningRules} that use the policy package; every date is compared with the file's first
 * pick-up.
 */
public final class PolicyScreeningRules implements ScreeningRules {
  private final Authority authority;
  private final Policy policy;
  private final boolean keys;

  /** Creates rules over these registers; an officer whose keys cannot receive is not enrolled. */
  public PolicyScreeningRules(Authority authority) {
    this(authority, true);
  }

  /**
   * Creates rules over these registers.
   *
   * @param keys whether an officer none of whose keys can receive counts as not enrolled
   */
  PolicyScreeningRules(Authority authority, boolean keys) {
    this.authority = authority;
    this.policy = new Policy(authority);
    this.keys = keys;
  }

  @Override
  public ScreeningRules atOneTime() {
    return new PolicyScreeningRules(authority.atOneTime(), keys);
  }

  @Override
  public List<ReasonCode> header(
      ArrivedFile file, RequestHeader header, @Nullable Agreement agreement) {
    return policy.screenHeader(header, file.id(), file.agency(), file.receivedAt());
  }

  @Override
  public Function<Request, List<ReasonCode>> requests(ArrivedFile file, Agreement agreement) {
    RequestContext context = context(file, agreement, rules(file, agreement));
    return request -> policy.screen(request, context);
  }

  @Override
  public FileLimits comparison(ArrivedFile file, Agreement agreement) {
    countersign.authority.RuleSet rules = rules(file, agreement);
    return new FileLimits(
        agreement.limits(),
        rules.limits().lookBackDays(),
        rules.limits().repeatedSubjectRequests(),
        Policy.ofWholeFile(rules, PickUpDay.of(file.receivedAt(), agreement.zone()).local()));
  }

  @Override
  public List<String> applied(ArrivedFile file, @Nullable Agreement agreement) {
    PickUpDay day =
        PickUpDay.of(file.receivedAt(), agreement == null ? ZoneOffset.UTC : agreement.zone());
    return authority.rules().map(rules -> Policy.applied(rules, day.local())).orElse(List.of());
  }

  /** The rule set in force; a rule set whose first day is later is not used. */
  private countersign.authority.RuleSet rules(ArrivedFile file, Agreement agreement) {
    PickUpDay day = PickUpDay.of(file.receivedAt(), agreement.zone());
    return authority
        .rules()
        .filter(rules -> !day.local().isBefore(rules.effective()))
        .orElseThrow(
            () ->
                new Unavailable(
                    "NO_RULES",
                    "No rule set with two valid signatures is in force on that day, so nothing can be judged.",
                    null));
  }

  @Override
  public Function<Request, List<String>> conditions(ArrivedFile file, Agreement agreement) {
    return authority
        .rules()
        .<Function<Request, List<String>>>map(
            rules -> {
              RequestContext context = context(file, agreement, rules);
              return request -> policy.objectingConditions(request, context);
            })
        .orElse(request -> List.of());
  }

  private RequestContext context(
      ArrivedFile file, Agreement agreement, countersign.authority.RuleSet rules) {
    Environment environment = file.id().environment();
    PickUpDay day = PickUpDay.of(file.receivedAt(), agreement.zone());
    return keys
        ? RequestContext.of(
            environment,
            file.agency(),
            agreement,
            day,
            rules,
            new OfficerKeys(authority, file.receivedAt())::officer)
        : RequestContext.withoutKeys(
            environment, file.agency(), agreement, day, rules, authority::officer);
  }
}
