package countersign.policy;

import countersign.authority.Agreement;
import countersign.authority.Authority;
import countersign.authority.Condition;
import countersign.authority.ConditionField;
import countersign.request.ReasonCode;
import countersign.request.Tier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Results of an agreement's own conditions for one request, from the data stored with the decision.
 * Contains neither expressions nor values: an expression that objected would reveal the value.
 *
 * @param agreement id of the agreement that the file names
 * @param conditions the current conditions if they are the ones with which the request was judged;
 *     otherwise empty
 * @param stored the objections in the format of {@link AddedConditions#objections}
 */
public record ConditionResults(
    String agreement, Optional<List<Condition>> conditions, List<String> stored) {
  /** Results for a request whose agreement adds no conditions. */
  public static final ConditionResults NONE =
      new ConditionResults("", Optional.of(List.of()), List.of());

  private static final String REFUSES =
      "The condition of the agreement does not reject the request";
  private static final String HOLDS =
      "The condition of the agreement does not require that a person looks at the request";

  /** Makes unmodifiable copies of the lists. */
  public ConditionResults {
    conditions = conditions.map(List::copyOf);
    stored = List.copyOf(stored);
  }

  /**
   * Builds the results from the data stored with a decision.
   *
   * @param agreement id of the agreement that the file names; empty if the file was not read that
   *     far
   * @param ruleSet rule set stored with the decision; the conditions are known only while it is
   *     still in force
   * @param stored the objections
   */
  public static ConditionResults of(
      Authority authority,
      Optional<String> agreement,
      Optional<String> ruleSet,
      List<String> stored) {
    Optional<List<Condition>> conditions =
        agreement
            .flatMap(authority::agreement)
            .filter(one -> ruleSet.filter(authority.ruleSet()::equals).isPresent())
            .map(Agreement::conditions);
    return new ConditionResults(agreement.orElse(""), conditions, stored);
  }

  /**
   * One result for each condition. If the conditions have changed since the decision, only those
   * that objected are known.
   *
   * @param reached whether the requests were judged
   */
  List<RuleResult> results(boolean reached) {
    Map<String, ReasonCode> objections = objections();
    List<RuleResult> results = new ArrayList<>();
    for (Condition one : conditions.orElse(List.of())) {
      results.add(result(one, reached, Optional.ofNullable(objections.remove(one.id()))));
    }
    objections.forEach(
        (id, code) ->
            results.add(
                new RuleResult(
                    name(id),
                    Basis.MEMORANDUM,
                    "the agreement at that time",
                    code.tier() == Tier.REJECT ? REFUSES : HOLDS,
                    List.of(),
                    RuleResult.RuleOutcome.OBJECTED,
                    List.of(code))));
    return results;
  }

  private RuleResult result(Condition one, boolean reached, Optional<ReasonCode> objection) {
    RuleResult.RuleOutcome otherwise =
        reached ? RuleResult.RuleOutcome.NO_OBJECTION : RuleResult.RuleOutcome.NOT_REACHED;
    return new RuleResult(
        name(one.id()),
        Basis.MEMORANDUM,
        one.because(),
        one.tier() == Tier.REJECT ? REFUSES : HOLDS,
        one.when().fields().stream().map(ConditionField::named).toList(),
        objection.isPresent() ? RuleResult.RuleOutcome.OBJECTED : otherwise,
        objection.stream().toList());
  }

  private String name(String id) {
    return "agreement " + agreement + ": " + id;
  }

  private Map<String, ReasonCode> objections() {
    Map<String, ReasonCode> objections = new LinkedHashMap<>();
    for (String one : stored) {
      String[] words = one.split(" ", 2);
      objections.put(words[1], ReasonCode.valueOf(words[0]));
    }
    return objections;
  }
}
