/**
 * The only way a state changes: guard, event and next work in one transaction; retries, parked
 * work, leases, the stops' lock. Only this package has SQL that sets a state, the first state of
 * new rows included. What comes before such a transaction and what happens inside it is told at
 * {@link countersign.lifecycle.Lifecycle}.
 */
@NullMarked
package countersign.lifecycle;

import org.jspecify.annotations.NullMarked;
