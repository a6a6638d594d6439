package countersign.reviewdesk;

import countersign.request.RequestKey;
import java.time.Instant;

/**
 * A person's claim on a case.
 *
 * @param key the case
 * @param account account of the person
 * @param until the time at which the claim ends, by the database's clock
 */
public record CaseClaim(RequestKey key, String account, Instant until) {
  /** Whether this person holds the claim. */
  public boolean isBy(String other) {
    return account.equalsIgnoreCase(other);
  }
}
