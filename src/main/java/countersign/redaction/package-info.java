/**
 * Reduces a match to the granted fields, with an allow-list, and writes the {@code Draft}: the
 * canonical bytes that would leave.
 */
@NullMarked
package countersign.redaction;

import org.jspecify.annotations.NullMarked;
