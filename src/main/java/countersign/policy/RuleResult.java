package countersign.policy;

import countersign.request.ReasonCode;
import java.util.List;

/**
 * What one rule said to one request or its file, without any value of either.
 *
 * @param rule its id
 * @param basis how strong its authority is
 * @param source the clause, finding or policy it rests on
 * @param sentence how it should be
 * @param fields names of the fields it looks at; empty: it looks at the file as a whole
 * @param word whether it objected
 * @param said the codes it gave; empty unless it objected
 */
public record RuleResult(
    String rule,
    Basis basis,
    String source,
    String sentence,
    List<String> fields,
    RuleOutcome word,
    List<ReasonCode> said) {
  /** Copies the lists in. */
  public RuleResult {
    fields = List.copyOf(fields);
    said = List.copyOf(said);
  }

  /** Whether it objected. */
  public enum RuleOutcome {
    /** It gave a code. */
    OBJECTED,
    /** It was applied and gave none. */
    NO_OBJECTION,
    /** An earlier stage had refused the file, or nothing has been judged yet. */
    NOT_REACHED,
    /** Its first day had not come when the file was picked up. */
    NOT_IN_FORCE
  }
}
