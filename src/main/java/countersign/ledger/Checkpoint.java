package countersign.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The signed state of the ledger at one moment: whoever keeps it can prove later that nothing
 * before it was changed.
 *
 * @param size number of events it covers, from 0; the last one has index {@code size - 1}
 * @param root RFC 6962 root over these events; {@link Hash#EMPTY} for size 0
 * @param at when it was signed, UTC, whole milliseconds; the signature covers size and root only
 * @param note the signed note that says so to anybody
 * @see <a href="https://c2sp.org/tlog-checkpoint">C2SP tlog-checkpoint</a>
 */
public record Checkpoint(long size, Hash root, Instant at, String note) {

  /** Checks size and time. */
  public Checkpoint {
    if (size < 0) {
      throw new IllegalArgumentException("A checkpoint covers 0 or more events, not " + size);
    }
    if (!at.equals(at.truncatedTo(ChronoUnit.MILLIS))) {
      throw new IllegalArgumentException(
          "Checkpoint %d is timed to %s; the ledger keeps milliseconds".formatted(size, at));
    }
  }
}
