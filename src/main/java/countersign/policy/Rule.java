package countersign.policy;

import countersign.request.ReasonCode;
import java.util.List;
import java.util.function.BiFunction;

/**
 * One rule as a named value. Partners read the sentence of the code that it gives.
 *
 * @param <S> what the rule checks: a header or a request
 * @param <C> additional data that the rule may use
 * @param id such as {@code R22}, or a range that one function checks together
 * @param basis authority on which the rule rests
 * @param codes every code that the rule can give
 * @param source clause, finding or policy on which the rule rests
 * @param sentence the requirement, for operators
 * @param fields names of all fields that the rule looks at, as in the exchange profile
 * @param objection pure function that returns the codes; empty if there is no objection
 */
public record Rule<S, C>(
    String id,
    Basis basis,
    List<ReasonCode> codes,
    String source,
    String sentence,
    List<String> fields,
    BiFunction<S, C, List<ReasonCode>> objection) {
  /** Makes unmodifiable copies of the lists. */
  public Rule {
    codes = List.copyOf(codes);
    fields = List.copyOf(fields);
  }

  List<ReasonCode> objectTo(S subject, C context) {
    return objection.apply(subject, context);
  }
}
