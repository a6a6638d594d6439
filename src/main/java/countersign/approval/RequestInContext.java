package countersign.approval;

import countersign.request.ReasonCode;
import countersign.request.Request;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked, by whom and on what authority.
 *
 * @param request as the partner wrote it
 * @param agency the requesting agency
 * @param agreement id of the agreement it relies on
 * @param requester register id of the official who asks; null if the file does not say
 * @param codes what the rules said before the look-up; empty if nothing
 * @param receivedAt when the file was picked up
 * @param ruleSet version and hash of the rules that judged it
 */
public record RequestInContext(
    Request request,
    String agency,
    String agreement,
    @Nullable String requester,
    List<ReasonCode> codes,
    Instant receivedAt,
    @Nullable String ruleSet) {
  /** Copies the codes in. */
  public RequestInContext {
    codes = List.copyOf(codes);
  }

  /** Whether an account is one of those who ask, so that it cannot be one of those who approve. */
  boolean isAskedBy(String account) {
    return account.equalsIgnoreCase(requester)
        || request.officers().stream()
            .anyMatch(officer -> account.equalsIgnoreCase(officer.officerId()));
  }

  /** Names the agreement only. */
  @Override
  public String toString() {
    return agreement;
  }
}
