package countersign.lifecycle;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * One holder at a time, by the database's clock, with a fencing number that the commit that matters
 * compares.
 */
public interface Leases {

  /**
   * Takes or prolongs a lease.
   *
   * @param name what is leased, such as {@code inbox-dhs-ice}
   * @param duration from now
   * @return the fence, or empty if somebody else holds it
   */
  OptionalLong take(String name, Duration duration);

  /**
   * Asserts inside a transaction that this process still holds the lease under that fence.
   *
   * @throws IllegalStateException if it was taken over: the transaction must not commit
   */
  void assertHeld(String name, long fence);

  /**
   * As {@link #assertHeld(String, long)} with the fence this process got last; a lease it never
   * took is not held.
   */
  void assertHeld(String name);

  /** Gives it up, so that another need not wait. */
  void release(String name);
}
