/** Units and parts of a building. */
@NullMarked
package countersign.postal.unit;

import org.jspecify.annotations.NullMarked;
