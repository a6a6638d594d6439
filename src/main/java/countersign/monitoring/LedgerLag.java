package countersign.monitoring;

import java.time.Duration;

/**
 * How far the sealer is behind: events that are committed but not yet in the tree.
 *
 * @param events number of these events
 * @param oldest age of the oldest one; zero if there is none
 */
public record LedgerLag(long events, Duration oldest) {
  /**
   * Age above which responses are no longer released in time, because no checkpoint covers them.
   */
  public static final Duration TOO_OLD = Duration.ofSeconds(60);

  /** True if the sealer keeps up. */
  public boolean isFine() {
    return oldest.compareTo(TOO_OLD) <= 0;
  }
}
