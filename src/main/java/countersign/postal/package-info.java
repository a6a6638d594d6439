/**
 * The words, numbers, units and roads of an American address line, as USPS Publication 28 writes
 * them, and the words that stand for a missing address. It reads words, not addresses. Pure
 * functions.
 */
@NullMarked
package countersign.postal;

import org.jspecify.annotations.NullMarked;
