package countersign.policy;

import countersign.address.AddressSufficiency;
import countersign.authority.Agreement;
import countersign.authority.Officer;
import countersign.authority.RuleSet;
import countersign.request.Environment;
import countersign.request.Request;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The data besides the request that a rule may use. Created once for each file.
 *
 * @param environment environment of the gateway and the file
 * @param agency the requesting agency
 * @param agreement the agreement that the file names
 * @param day day of the file's first pick-up
 * @param rules the rule set in force, with its numbers
 * @param officers the register of officers, without those that have no accepted key
 * @param addresses the check of addresses
 * @param applied rules about one request that are in force on that day
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

  /**
   * Creates the context for one file; an officer without an accepted key counts as not enrolled.
   */
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
        id -> officers.apply(id).filter(one -> one.hasKeyOn(day.utc())));
  }

  /**
   * Creates the context without officers' keys, for a caller that has the register of officers
   * only.
   */
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
