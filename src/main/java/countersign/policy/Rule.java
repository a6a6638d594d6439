package countersign.policy;

import countersign.request.ReasonCode;
import java.util.List;
import java.util.function.BiFunction;

/**
 * One rule as a named value. What a partner reads is the sentence of the code it gives.
 *
 * @param <S> what it judges
 * @param <C> what it may look at besides
 * @param id such as {@code R22}, or a range that one function judges together
 * @param basis how strong its authority is
 * @param codes every code it can give
 * @param source the clause, finding or policy it rests on
 * @param sentence what an operator reads: how it should be
 * @param fields names of the fields it looks at, as the exchange profile writes them; it looks at
 *     no other
 * @param objection the codes it gives, empty if it has none; pure
 */
public record Rule<S, C>(
    String id,
    Basis basis,
    List<ReasonCode> codes,
    String source,
    String sentence,
    List<String> fields,
    BiFunction<S, C, List<ReasonCode>> objection) {
  /** Copies the lists in. */
  public Rule {
    codes = List.copyOf(codes);
    fields = List.copyOf(fields);
  }

  List<ReasonCode> objectTo(S subject, C context) {
    return objection.apply(subject, context);
  }
}
