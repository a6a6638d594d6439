package countersign.policy;

import countersign.request.ReasonCode;
import java.util.List;

/**
 * Result of one rule for one request or its file; contains no value of either.
 *
 * @param rule id of the rule
 * @param basis authority on which the rule rests
 * @param source clause, finding or policy on which the rule rests
 * @param sentence the requirement
 * @param fields names of the fields that the rule looks at; empty if it looks at the file as a
 *     whole
 * @param outcome whether the rule objected
 * @param codes codes that the rule gave; empty unless it objected
 */
public record RuleResult(
    String rule,
    Basis basis,
    String source,
    String sentence,
    List<String> fields,
    RuleOutcome outcome,
    List<ReasonCode> codes) {
  /** Makes unmodifiable copies of the lists. */
  public RuleResult {
    fields = List.copyOf(fields);
    codes = List.copyOf(codes);
  }

  /** Whether a rule objected. */
  public enum RuleOutcome {
    /** The rule gave at least one code. */
    OBJECTED,
    /** The rule was applied and gave no code. */
    NO_OBJECTION,
    /** An earlier stage refused the file, or nothing has been judged yet. */
    NOT_REACHED,
    /** The rule's first day was after the pick-up of the file. */
    NOT_IN_FORCE
  }
}
