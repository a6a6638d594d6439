/** Numbered roads: how they are recognised, and one spelling for each. */
@NullMarked
package countersign.postal.road;

import org.jspecify.annotations.NullMarked;
