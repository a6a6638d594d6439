package countersign.policy;

import countersign.authority.Agreement;
import countersign.authority.Officer;
import countersign.authority.RuleSet;
import countersign.request.Environment;
import countersign.request.Request;
import countersign.validation.AddressSufficiency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a rule may look at beside the request. Made once a file.
 *
 * @param environment of the gateway and the file
 * @param agency who asks
 * @param agreement under which
 * @param day of the file's first pick-up
 * @param rules the rules in force and their numbers
 * @param officers the register of officers, those left out that nothing could be sealed to
 * @param addresses the one judge of addresses
 * @param applied rules over one request that are in force on that day
 */
public record RequestContext(
    Environment environment,
    String agency,
    Agreement agreement,
    PickUpDay day,
    RuleSet rules,
    Function<String, Optional<Officer>> officers,
    AddressSufficiency addresses,
    List<Rule<Request, RequestContext>> applied) {

  /** A context for one file; an officer without an accepted key counts as not enrolled. */
  public static RequestContext of(
      Environment environment,
      String agency,
      Agreement agreement,
      PickUpDay day,
      RuleSet rules,
      Function<String, Optional<Officer>> officers) {
    return withoutKeys(
        environment,
        agency,
        agreement,
        day,
        rules,
        id -> officers.apply(id).filter(one -> !one.keysOn(day.utc()).isEmpty()));
  }

  /** A context for whoever has the register of officers, but not their keys. */
  public static RequestContext withoutKeys(
      Environment environment,
      String agency,
      Agreement agreement,
      PickUpDay day,
      RuleSet rules,
      Function<String, Optional<Officer>> officers) {
    return new RequestContext(
        environment,
        agency,
        agreement,
        day,
        rules,
        officers,
        new AddressSufficiency(agreement.lexiconAdditions()),
        RequestRules.all().stream()
            .filter(rule -> Policy.isApplied(rule.id(), rules, day.local()))
            .toList());
  }
}
