package countersign.lifecycle;

import java.time.Duration;

/**
 * How long a unit of work waits before it is tried again: doubled each time, up to a longest wait.
 *
 * @param first before the second try
 * @param longest between two tries
 */
public record Backoff(Duration first, Duration longest) {
  /** What is shipped: 2 s, doubling to 5 minutes. */
  public static final Backoff SHIPPED = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5));
}
