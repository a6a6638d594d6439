/**
 * Checks that one request is complete and well formed, with pure functions on addresses, names and
 * numbers.
 */
@NullMarked
package countersign.validation;

import org.jspecify.annotations.NullMarked;
