/**
 * State changes: one transaction checks the state, changes it, records the event and inserts the
 * next work. Also retries, parked work, leases and the lock for stops. Only this package has SQL
 * that sets a state, including the first state of a new row. {@link
 * countersign.lifecycle.Lifecycle} describes what happens before and inside such a transaction.
 */
@NullMarked
package countersign.lifecycle;

import org.jspecify.annotations.NullMarked;
