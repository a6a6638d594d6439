package countersign.policy;

import countersign.request.ReasonCode;
import countersign.request.Request;
import java.util.List;
import java.util.function.BiFunction;

/**
 * One rule as a named value.
 *
 * @param id such as {@code R22}
 * @param codes every code it can give
 * @param source the clause, finding or policy it rests on
 * @param sentence what an operator reads
 * @param objection the codes it gives to a request; pure
 */
public record Rule(
    String id,
    List<ReasonCode> codes,
    String source,
    String sentence,
    BiFunction<Request, RequestContext, List<ReasonCode>> objection) {
  /** Copies the list in. */
  public Rule {
    codes = List.copyOf(codes);
  }
}
