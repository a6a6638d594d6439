package countersign.lifecycle;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * Leases with one holder at a time. The database's clock decides when a lease expires. Each new
 * holder gets a higher fencing number, which the transaction of the leased work compares before it
 * commits.
 */
public interface Leases {

  /**
   * Acquires or extends a lease.
   *
   * @param name the leased resource, such as {@code inbox-dhs-ice}
   * @param duration time until the lease expires, from now
   * @return the fencing number; empty if another process holds the lease
   */
  OptionalLong take(String name, Duration duration);

  /**
   * Asserts, inside a transaction, that this process still holds the lease with this fencing
   * number.
   *
   * @throws IllegalStateException if another process holds the lease; the transaction must not
   *     commit
   */
  void assertHeld(String name, long fence);

  /**
   * Same as {@link #assertHeld(String, long)} with the fencing number that this process received
   * last. A lease that it never acquired counts as not held.
   */
  void assertHeld(String name);

  /** Releases the lease before it expires, so that another process can acquire it at once. */
  void release(String name);
}
