/** Screening of stored files under other rules, without any effect. */
@NullMarked
package countersign.simulation;

import org.jspecify.annotations.NullMarked;
