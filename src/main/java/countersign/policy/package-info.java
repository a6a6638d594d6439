/**
 * Decides whether a request is permitted: named rules about one request, its file's header, the
 * registers and the day. Pure.
 */
@NullMarked
package countersign.policy;

import org.jspecify.annotations.NullMarked;
