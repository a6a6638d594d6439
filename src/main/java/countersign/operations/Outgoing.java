package countersign.operations;

import countersign.request.OutgoingState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Id and state of an acknowledgement or a response.
 *
 * @param id id of the acknowledgement or response
 * @param acknowledgement true for an acknowledgement, false for a response
 * @param state state of the document
 * @param madeAt when its content was fixed
 * @param deliveredAt when it was in the partner's outbox; null if not yet
 * @param sealedSha256 SHA-256 of the sealed bytes, hexadecimal; null if not sealed yet
 */
public record Outgoing(
    String id,
    boolean acknowledgement,
    OutgoingState state,
    Instant madeAt,
    @Nullable Instant deliveredAt,
    @Nullable String sealedSha256) {}
