package countersign.lifecycle;

import java.time.Duration;

/**
 * The wait before failed work is tried again. It doubles after each failure, up to a maximum.
 *
 * @param first wait before the second try
 * @param longest maximum wait between two tries
 */
public record Backoff(Duration first, Duration longest) {
  /** The default: 2 seconds, doubled up to 5 minutes. */
  public static final Backoff SHIPPED = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5));
}
