package countersign.policy;

import countersign.authority.Authority;
import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.request.Request;
import countersign.request.RequestHeader;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * May this be asked? Collects every objection, not only the first, so that a partner can cure them
 * in one go. Stateless.
 */
public final class Policy {
  private static final Comparator<ReasonCode> BY_NAME = Comparator.comparing(Enum::name);
  private final HeaderRules headers;

  /** Judges by these registers. */
  public Policy(Authority authority) {
    this.headers = new HeaderRules(authority);
  }

  /**
   * Stage 4: every code of a header, sorted, each once.
   *
   * @param agency the partner's, whose inbox the file lay in
   * @param receivedAt first pick-up
   */
  public List<ReasonCode> screenHeader(
      RequestHeader header, FileId file, String agency, Instant receivedAt) {
    return headers.judge(header, file, agency, receivedAt);
  }

  /**
   * Stage 5: every code of one request, sorted, each once; needs no record and no other request.
   */
  public List<ReasonCode> screen(Request request, RequestContext context) {
    TreeSet<ReasonCode> found = new TreeSet<>(BY_NAME);
    for (Rule rule : RequestRules.all()) {
      found.addAll(rule.objection().apply(request, context));
    }
    return List.copyOf(found);
  }
}
