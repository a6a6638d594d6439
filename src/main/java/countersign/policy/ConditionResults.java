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
 * What the conditions of an agreement said to one request, from what was stored with the decision.
 * Neither an expression nor a value is shown: an expression that objected would tell the value.
 *
 * @param agreement id of the one that the file names
 * @param conditions as they are now, if they are those that judged the request; otherwise empty
 * @param stored the objections as {@link AddedConditions#objections} wrote them
 */
public record ConditionResults(
    String agreement, Optional<List<Condition>> conditions, List<String> stored) {
  /** Of a request whose agreement adds nothing. */
  public static final ConditionResults NONE =
      new ConditionResults("", Optional.of(List.of()), List.of());

  private static final String REFUSES =
      "The condition of the agreement does not reject the request";
  private static final String HOLDS =
      "The condition of the agreement does not require that a person looks at the request";

  /** Copies the lists in. */
  public ConditionResults {
    conditions = conditions.map(List::copyOf);
    stored = List.copyOf(stored);
  }

  /**
   * What was stored with a decision.
   *
   * @param agreement id of the one that the file names; empty if it was not read that far
   * @param ruleSet stored with the decision; the conditions are known while it is the one in force
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
   * One word each. Of conditions that have been changed since only those are known that objected.
   *
   * @param reached whether requests were judged
   */
  List<RuleResult> heard(boolean reached) {
    Map<String, ReasonCode> objections = objections();
    List<RuleResult> heard = new ArrayList<>();
    for (Condition one : conditions.orElse(List.of())) {
      heard.add(word(one, reached, Optional.ofNullable(objections.remove(one.id()))));
    }
    objections.forEach(
        (id, code) ->
            heard.add(
                new RuleResult(
                    name(id),
                    Basis.MEMORANDUM,
                    "the agreement at that time",
                    code.tier() == Tier.REJECT ? REFUSES : HOLDS,
                    List.of(),
                    RuleResult.RuleOutcome.OBJECTED,
                    List.of(code))));
    return heard;
  }

  private RuleResult word(Condition one, boolean reached, Optional<ReasonCode> objection) {
    RuleResult.RuleOutcome silent =
        reached ? RuleResult.RuleOutcome.NO_OBJECTION : RuleResult.RuleOutcome.NOT_REACHED;
    return new RuleResult(
        name(one.id()),
        Basis.MEMORANDUM,
        one.because(),
        one.tier() == Tier.REJECT ? REFUSES : HOLDS,
        one.when().fields().stream().map(ConditionField::named).toList(),
        objection.isPresent() ? RuleResult.RuleOutcome.OBJECTED : silent,
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
