package countersign.reviewdesk;

import countersign.request.RequestKey;
import java.time.Instant;

/**
 * A countersignature by the same two people again, allowed because no third person was present.
 *
 * @param key the case
 * @param endorser the account that endorsed it
 * @param countersigner the account that countersigned it
 */
public record PairWaiver(RequestKey key, String endorser, String countersigner, Instant at) {}
