package countersign.statement;

import countersign.request.ReasonCode;
import countersign.request.Request;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request with its requester, its agreement and the rules that screened it.
 *
 * @param request the request as the partner wrote it
 * @param partner the partner in whose inbox the file was
 * @param agency the requesting agency
 * @param agreement id of the agreement that the file names; an empty string if it names none
 * @param requester register id of the requesting official; null if the file does not name one
 * @param codes the codes of the rules that applied before the look-up; may be empty
 * @param receivedAt the time at which the file was picked up
 * @param ruleSet version and hash of the rules that screened it; null if not recorded
 */
public record RequestInContext(
    Request request,
    String partner,
    String agency,
    String agreement,
    @Nullable String requester,
    List<ReasonCode> codes,
    Instant receivedAt,
    @Nullable String ruleSet) {
  /** Copies the list of codes. */
  public RequestInContext {
    codes = List.copyOf(codes);
  }

  /** Whether an account belongs to the requester, who may not approve. */
  public boolean isAskedBy(String account) {
    return account.equalsIgnoreCase(requester)
        || request.officers().stream()
            .anyMatch(officer -> account.equalsIgnoreCase(officer.officerId()));
  }

  /** Contains only the agreement's id. */
  @Override
  public String toString() {
    return agreement;
  }
}
