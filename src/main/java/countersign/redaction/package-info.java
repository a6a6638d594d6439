/**
 * Only granted fields survive (allow-list, never deny-list): {@code Draft}, the canonical bytes
 * that would leave.
 */
@NullMarked
package countersign.redaction;

import org.jspecify.annotations.NullMarked;
