package countersign.approval;

import countersign.request.FileId;
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

  /**
   * Which cases a reader wants to see.
   *
   * @param agency the requesting agency as in the file's name, in any case; null for all
   * @param state the state of the request; null for all
   * @param dueBy time by which a person must decide it; null for all
   * @param key the only case; null for all
   */
  public record Filter(
      @Nullable String agency,
      @Nullable RequestState state,
      @Nullable Instant dueBy,
      @Nullable RequestKey key) {
    /** Every case. */
    public static final Filter ALL = new Filter(null, null, null, null);

    /** One case. */
    public static Filter only(RequestKey key) {
      return new Filter(null, null, null, key);
    }

    /** Whether the reader wants to see this case. */
    public boolean shows(WorkItem item) {
      FileId file = item.key().file();
      return (agency == null || (file.isNamed() && file.agency().equalsIgnoreCase(agency)))
          && (state == null || state == item.state())
          && (dueBy == null || item.dueAt().filter(due -> !due.isAfter(dueBy)).isPresent())
          && (key == null || key.equals(item.key()));
    }
  }

  /** The time by which a person must decide it; empty if none is known yet. */
  public Optional<Instant> dueAt() {
    return Stream.of(expiresAt, answerBy).filter(Objects::nonNull).min(Comparator.naturalOrder());
  }
}
