package countersign.policy;

import countersign.authority.Authority;
import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.request.Request;
import countersign.request.RequestHeader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * May this be asked? Collects every objection, not only the first, so that a partner can cure them
 * in one go. What needs other requests or files (R13, R14, R31's case number) is asked of the
 * database by intake. Stateless.
 */
public final class Policy {
  private static final Comparator<ReasonCode> BY_NAME = Comparator.comparing(Enum::name);
  private final Authority authority;

  /** Judges by these registers. */
  public Policy(Authority authority) {
    this.authority = authority;
  }

  /** Every rule over one header or one request, in the order of the law. */
  public static List<Rule<?, ?>> rules() {
    List<Rule<?, ?>> rules = new ArrayList<>(HeaderRules.all());
    rules.addAll(RequestRules.all());
    return List.copyOf(rules);
  }

  /**
   * Stage 4: every code of a header, sorted, each once.
   *
   * @param agency the partner's, whose inbox the file lay in
   * @param receivedAt first pick-up
   */
  public List<ReasonCode> screenHeader(
      RequestHeader header, FileId file, String agency, Instant receivedAt) {
    return judge(
        HeaderRules.all(), header, HeaderContext.of(authority, header, file, agency, receivedAt));
  }

  /**
   * Stage 5: every code of one request, of the rules and of the agreement's conditions, sorted,
   * each once; needs no record and no other request.
   */
  public List<ReasonCode> screen(Request request, RequestContext context) {
    List<ReasonCode> found = judge(RequestRules.all(), request, context);
    if (context.agreement().conditions().isEmpty()) {
      return found;
    }
    List<ReasonCode> all = new ArrayList<>(found);
    all.addAll(AddedConditions.codes(request, context.agreement(), context.day()));
    return all.stream().distinct().sorted(BY_NAME).toList();
  }

  /**
   * Which conditions of the agreement object to a request, as it is stored with the decision; empty
   * if none does.
   */
  public List<String> objectingConditions(Request request, RequestContext context) {
    return AddedConditions.objections(request, context.agreement(), context.day());
  }

  private static <S, C> List<ReasonCode> judge(List<Rule<S, C>> rules, S subject, C context) {
    List<ReasonCode> found = new ArrayList<>();
    for (Rule<S, C> rule : rules) {
      List<ReasonCode> said = rule.objectTo(subject, context);
      if (!said.isEmpty()) {
        found.addAll(said);
      }
    }
    return found.isEmpty() ? List.of() : found.stream().distinct().sorted(BY_NAME).toList();
  }
}
