/** Pages and /api/v1, two faces of the same actions. */
@NullMarked
package countersign.console;

import org.jspecify.annotations.NullMarked;
