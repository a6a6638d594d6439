/**
 * Judges a request file as a whole and request by request, without a database. The gateway and the
 * command {@code screen} share it, so that both give the same answer.
 */
@NullMarked
package countersign.screening;

import org.jspecify.annotations.NullMarked;
