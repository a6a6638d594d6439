/** Boxes of post offices, routes and military units. */
@NullMarked
package countersign.postal.box;

import org.jspecify.annotations.NullMarked;
