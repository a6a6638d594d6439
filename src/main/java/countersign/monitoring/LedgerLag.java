package countersign.monitoring;

import java.time.Duration;

/**
 * How far the sealer is behind: events that are committed and have no place in the tree yet.
 *
 * @param events how many
 * @param oldest age of the oldest of them; zero if there is none
 */
public record LedgerLag(long events, Duration oldest) {
  /** Above this age nothing leaves any more in good time, because no checkpoint covers it. */
  public static final Duration TOO_OLD = Duration.ofSeconds(60);

  /** Whether the sealer keeps up. */
  public boolean isFine() {
    return oldest.compareTo(TOO_OLD) <= 0;
  }
}
