package countersign.accounting;

import java.util.List;

/**
 * One request as it is accounted for when its file has been judged.
 *
 * @param requestId the partner's id
 * @param body the request's canonical bytes: subject, reason, statute, periods, purpose, officers
 * @param state {@code REFUSED}, {@code HELD} or {@code TAKEN}
 * @param codes every code, sorted
 */
public record AccountedRequest(String requestId, byte[] body, String state, List<String> codes) {
  /** Copies the codes in; the bytes are not copied, nobody changes them. */
  public AccountedRequest {
    codes = List.copyOf(codes);
  }

  /** Names the request only. */
  @Override
  public String toString() {
    return requestId;
  }
}
