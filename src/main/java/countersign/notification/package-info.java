/**
 * Tells people outside the gateway that something waits: what it is and its id, nothing else. How
 * it is told is a route.
 */
@NullMarked
package countersign.notification;

import org.jspecify.annotations.NullMarked;
