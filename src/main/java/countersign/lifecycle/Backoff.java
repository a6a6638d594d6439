package countersign.lifecycle;

import java.time.Duration;

/**
 * The delay before a unit of work is tried again. It doubles with each failed try, up to a longest
 * delay. The values come from {@code retry} in {@code config/countersign.yaml}.
 *
 * @param first delay before the second try; more than 0
 * @param longest longest delay between two tries
 */
public record Backoff(Duration first, Duration longest) {
  private static final int MAX_DOUBLINGS = 30;

  /**
   * The delay after a failed try.
   *
   * @param earlierTries number of tries that failed before this one, from 0
   */
  public Duration after(int earlierTries) {
    Duration delay = first.multipliedBy(1L << Math.min(earlierTries, MAX_DOUBLINGS));
    return delay.compareTo(longest) < 0 ? delay : longest;
  }
}
