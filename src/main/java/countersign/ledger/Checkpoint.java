package countersign.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The signed state of the ledger at one moment. Anyone who keeps a checkpoint can later prove that
 * no earlier event was changed.
 *
 * @param size number of events covered, from 0; the last one has index {@code size - 1}
 * @param root RFC 6962 root over these events; {@link Hash#EMPTY} for size 0
 * @param at signing time, UTC, whole milliseconds; the signature covers size and root only
 * @param note the signed note, which anyone can verify with the log's public key
 * @see <a href="https://c2sp.org/tlog-checkpoint">C2SP tlog-checkpoint</a>
 */
public record Checkpoint(long size, Hash root, Instant at, String note) {

  /**
   * Checks size and time.
   *
   * @throws IllegalArgumentException if {@code size < 0} or {@code at} is finer than a millisecond
   */
  public Checkpoint {
    if (size < 0) {
      throw new IllegalArgumentException("The size of a checkpoint must be 0 or more, not " + size);
    }
    if (!at.equals(at.truncatedTo(ChronoUnit.MILLIS))) {
      throw new IllegalArgumentException(
          "Checkpoint %d has the time %s; the ledger allows whole milliseconds only"
              .formatted(size, at));
    }
  }
}
