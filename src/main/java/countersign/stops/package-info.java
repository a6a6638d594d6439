/**
 * Stops: what a person may stop, the stops in force, how two people lift one, and the check of
 * signed lifts.
 */
@NullMarked
package countersign.stops;

import org.jspecify.annotations.NullMarked;
