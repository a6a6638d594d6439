package countersign.lifecycle;

/**
 * The lock that keeps "no stop stands in the way" true between testing it and committing what
 * depends on it. Both calls must be made inside a {@link Lifecycle#change}; the lock ends with the
 * transaction.
 */
public interface StopsLock {
  /** Release and dispatch: many at a time, none while a stop is being set. */
  void shared();

  /** Setting or lifting a stop: alone. */
  void exclusive();
}
