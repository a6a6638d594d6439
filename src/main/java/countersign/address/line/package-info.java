/** The lines of an American address as words, and the delivery line that is found in them. */
@NullMarked
package countersign.address.line;

import org.jspecify.annotations.NullMarked;
