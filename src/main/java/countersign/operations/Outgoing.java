package countersign.operations;

import countersign.request.ResponseState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An acknowledgement or a response, by its id and where it stands.
 *
 * @param id id of the acknowledgement or response
 * @param acknowledgement whether it is an acknowledgement; else a response
 * @param state where it stands
 * @param madeAt when its content was fixed
 * @param deliveredAt when it lay in the partner's outbox; null: not yet
 * @param sealedSha256 hex of the sealed bytes; null: not sealed yet
 */
public record Outgoing(
    String id,
    boolean acknowledgement,
    ResponseState state,
    Instant madeAt,
    @Nullable Instant deliveredAt,
    @Nullable String sealedSha256) {}
