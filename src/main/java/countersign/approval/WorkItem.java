package countersign.approval;

import countersign.request.RequestKey;
import countersign.request.RequestState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One case that waits for a reviewer.
 *
 * @param key which request
 * @param state where it stands
 * @param draftSha256 hash of its draft, hexadecimal
 * @param draftedAt since when it waits
 * @param lapsesAt when its endorsement lapses; null if it has none
 */
public record WorkItem(
    RequestKey key,
    RequestState state,
    String draftSha256,
    Instant draftedAt,
    @Nullable Instant lapsesAt) {}
