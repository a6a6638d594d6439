package countersign.approval;

import countersign.request.RequestKey;
import countersign.request.RequestState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One case that waits for a reviewer.
 *
 * @param key the request's key
 * @param state the request's state
 * @param draftSha256 SHA-256 of its draft, hexadecimal
 * @param draftedAt the time at which the draft was made
 * @param expiresAt the time at which its endorsement expires; null if it has none
 */
public record WorkItem(
    RequestKey key,
    RequestState state,
    String draftSha256,
    Instant draftedAt,
    @Nullable Instant expiresAt) {}
