/**
 * Faults of every kind while two gateways on production parts are at work: what is killed, frozen,
 * cut, filled up or set to a wrong time, and what must be true after it.
 */
@NullMarked
package countersign.faults;

import org.jspecify.annotations.NullMarked;
