/** The words of an address line, in one spelling for signs, ordinals and numbered roads. */
@NullMarked
package countersign.postal.line;

import org.jspecify.annotations.NullMarked;
