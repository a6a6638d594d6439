package countersign.lifecycle;

/**
 * The lock between disclosures and stops. It keeps the answer "no stop applies" valid from the
 * check until the commit that depends on it. Both methods must be called inside a {@link
 * Lifecycle#change}; the end of the transaction releases the lock.
 */
public interface StopsLock {
  /**
   * Acquires the lock for a release or dispatch. Many may hold it, but none while a stop changes.
   */
  void shared();

  /** Acquires the lock for setting or lifting a stop. It excludes every other holder. */
  void exclusive();
}
