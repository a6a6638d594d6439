/**
 * Incidents: a suspected wrong disclosure, the 24 hours in which it is reported, who was told when,
 * and how two people close it.
 */
@NullMarked
package countersign.incidents;

import org.jspecify.annotations.NullMarked;
