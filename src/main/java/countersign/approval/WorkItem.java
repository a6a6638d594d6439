package countersign.approval;

import countersign.request.RequestKey;
import countersign.request.RequestState;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One case that waits for a reviewer.
 *
 * @param key the request's key
 * @param state the request's state
 * @param draftSha256 SHA-256 of its draft, hexadecimal
 * @param draftedAt the time at which the draft was made
 * @param expiresAt the time at which its endorsement expires; null if it has none
 * @param partner the partner whose file contains it
 * @param answerBy the time at which its result is due; null until its acknowledgement is delivered
 * @param endorser the account that endorsed it; null if it has no endorsement
 */
public record WorkItem(
    RequestKey key,
    RequestState state,
    String draftSha256,
    Instant draftedAt,
    @Nullable Instant expiresAt,
    String partner,
    @Nullable Instant answerBy,
    @Nullable String endorser) {

  /** The time by which a person must decide it; empty if none is known yet. */
  public Optional<Instant> dueAt() {
    return Stream.of(expiresAt, answerBy).filter(Objects::nonNull).min(Comparator.naturalOrder());
  }
}
