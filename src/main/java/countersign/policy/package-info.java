/**
 * Is it permitted? Named rules over one request, its file's header, the authority and the day.
 * Pure.
 */
@NullMarked
package countersign.policy;

import org.jspecify.annotations.NullMarked;
