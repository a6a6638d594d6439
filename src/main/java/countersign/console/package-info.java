/** Pages for people and the API below {@code /api/v1}; both offer the same actions. */
@NullMarked
package countersign.console;

import org.jspecify.annotations.NullMarked;
