/**
 * The only way a state changes: guard, event and next work in one transaction; retries, parked
 * work, leases, the stops' lock.
 */
@NullMarked
package countersign.lifecycle;

import org.jspecify.annotations.NullMarked;
