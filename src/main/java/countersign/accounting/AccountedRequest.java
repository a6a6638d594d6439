package countersign.accounting;

import java.util.List;

/**
 * A request as it is accounted for once its file has been judged.
 *
 * @param requestId id given by the partner
 * @param body canonical bytes of the request: subject, reason, statute, periods, purpose, officers
 * @param state {@code REFUSED}, {@code HELD} or {@code TAKEN}
 * @param codes all reason codes, sorted
 */
public record AccountedRequest(String requestId, byte[] body, String state, List<String> codes) {
  /**
   * Makes an immutable copy of the codes. The bytes are not copied; callers must not change them.
   */
  public AccountedRequest {
    codes = List.copyOf(codes);
  }

  /** The request's id only, without personal data. */
  @Override
  public String toString() {
    return requestId;
  }
}
