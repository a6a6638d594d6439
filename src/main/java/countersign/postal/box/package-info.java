/** Post office boxes, and boxes on rural routes and in military units. */
@NullMarked
package countersign.postal.box;

import org.jspecify.annotations.NullMarked;
