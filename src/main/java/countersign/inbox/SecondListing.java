package countersign.inbox;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Whether one poll lists an inbox twice, because a file that it just found is complete in a moment.
 *
 * @param sleep waits
 * @param goesOn whether the route still runs
 * @param mayRead whether the inbox may be read after the wait, as at the begin of a poll
 */
record SecondListing(Sleep sleep, BooleanSupplier goesOn, BooleanSupplier mayRead) {
  /** For a file that needs longer, a later poll comes. */
  private static final Duration LONGEST = Duration.ofSeconds(1);

  /** Waits. */
  @FunctionalInterface
  interface Sleep {
    void of(long millis) throws InterruptedException;
  }

  /**
   * Waits, if that is not long, and asks then.
   *
   * @param rest time until the first file is complete; zero if there is none
   */
  boolean follows(Duration rest) {
    if (rest.isZero() || rest.compareTo(LONGEST) > 0 || !goesOn.getAsBoolean()) {
      return false;
    }
    try {
      sleep.of(rest.toMillis() + 1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    return goesOn.getAsBoolean() && mayRead.getAsBoolean();
  }
}
